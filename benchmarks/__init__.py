"""Measurements that print figures; no test runs them."""
