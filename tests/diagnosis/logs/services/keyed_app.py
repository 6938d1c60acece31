"""Reads a variable that somebody has to set."""

import os

from main import app as app

STRIPE_API_KEY = os.environ["STRIPE_API_KEY"]
