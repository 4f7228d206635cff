"""A first guess at a zone, from the language of somebody's Telegram; always shown back."""

from facts.zones.places import places

# Languages spoken mostly in one zone. English, Spanish, Arabic and Portuguese are not.
COUNTRIES = {
    "az": "AZ",
    "be": "BY",
    "bg": "BG",
    "cs": "CZ",
    "da": "DK",
    "de": "DE",
    "el": "GR",
    "et": "EE",
    "fa": "IR",
    "fi": "FI",
    "he": "IL",
    "hi": "IN",
    "hr": "HR",
    "hu": "HU",
    "hy": "AM",
    "it": "IT",
    "ja": "JP",
    "ka": "GE",
    "ko": "KR",
    "lt": "LT",
    "lv": "LV",
    "nl": "NL",
    "pl": "PL",
    "ro": "RO",
    "ru": "RU",
    "sk": "SK",
    "sl": "SI",
    "sr": "RS",
    "sv": "SE",
    "th": "TH",
    "tr": "TR",
    "uk": "UA",
    "uz": "UZ",
    "vi": "VN",
}


def default_zone(language: str | None, desk: str) -> str:
    """Return a likely zone for an IETF language tag, or the desk's when it tells nothing."""
    if not language:
        return desk
    base, _, region = language.replace("_", "-").partition("-")
    country = region if len(region) == 2 else COUNTRIES.get(base.lower(), "")
    zones = places().zones_of(country) if country else []
    return zones[0] if zones and desk not in zones else desk
