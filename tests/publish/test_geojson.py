"""GeoJSON after RFC 7946."""

from __future__ import annotations

import json
from pathlib import Path

import msgspec
import pytest

from deconflict.errors import PublishRefused
from deconflict.publish import EXPORTS, Published
from deconflict.publish.geojson import collection


def test_a_feature_is_an_event_and_keeps_its_id(story: Published, tmp_path: Path) -> None:
    path = tmp_path / "events.geojson"
    assert EXPORTS["geojson"](story, path) == 4
    written = json.loads(path.read_text())
    assert written["type"] == "FeatureCollection"
    assert [feature["id"] for feature in written["features"]] == [event.id for event in story.events]


def test_longitude_comes_first(story: Published) -> None:
    assert collection(story)["features"][0]["geometry"] == {"type": "Point", "coordinates": [3.25, 12.5]}


def test_an_event_without_a_point_has_no_geometry(story: Published) -> None:
    assert collection(story)["features"][3]["geometry"] is None


def test_the_box_is_west_south_east_north(story: Published) -> None:
    assert collection(story)["bbox"] == [3.25, 12.5, 3.6, 12.9]


def test_without_any_point_there_is_no_box(story: Published) -> None:
    nowhere = collection(msgspec.structs.replace(story, events=story.events[3:]))
    assert "bbox" not in nowhere
    assert len(nowhere["features"]) == 1


def test_tolls_and_parties_keep_their_status(story: Published) -> None:
    properties = collection(story)["features"][0]["properties"]
    assert properties["tolls"]["killed"]["status"] == "disputed"
    assert (properties["tolls"]["killed"]["low"], properties["tolls"]["killed"]["high"]) == (28, 35)
    assert properties["actors"] == [{"id": "ministry", "name": "Defence ministry of Marrow", "status": "disputed"}]


def test_nothing_to_publish_is_refused(tmp_path: Path) -> None:
    with pytest.raises(PublishRefused):
        EXPORTS["geojson"](Published("Empty", "2026-11-20"), tmp_path / "events.geojson")
