"""The door: subcommands, exit codes, findings and progress printed for a person."""
