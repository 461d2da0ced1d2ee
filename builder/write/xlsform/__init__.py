"""A form as a survey for KoboToolbox and ODK."""
