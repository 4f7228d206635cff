"""The Telegram bot: services, views, edges and the command line."""
