"""Imports a name that is not there any more."""

from main import create_app

app = create_app()
