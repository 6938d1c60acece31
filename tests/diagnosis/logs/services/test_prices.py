"""A test that the build runs, of a price that has changed."""

import unittest


class Prices(unittest.TestCase):
    def test_team_plan(self) -> None:
        self.assertEqual({"team": 29}["team"], 25)
