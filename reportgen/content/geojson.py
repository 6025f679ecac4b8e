"""Reads GeoJSON (RFC 7946): areas with their names and rings, in degrees."""

from __future__ import annotations

import json
import math
from functools import lru_cache
from typing import Any

from reportgen.content.report import GeoFeature, Ring
from reportgen.reading.yaml_reader import as_name

SMALLEST_RING = 4


class GeoJsonError(ValueError):
    """A file that is no map of areas; the text says why."""


@lru_cache(maxsize=16)
def read_geojson(data: bytes) -> tuple[GeoFeature, ...]:
    """The areas of a FeatureCollection, Feature, Polygon or MultiPolygon. Raises `GeoJsonError`."""
    try:
        root = json.loads(data)
    except json.JSONDecodeError as error:
        raise GeoJsonError(f"it is not JSON (line {error.lineno}, column {error.colno})") from None
    except (ValueError, RecursionError):
        raise GeoJsonError("it is not JSON") from None
    features = tuple(feature for feature in _features(root) if feature.rings)
    if not features:
        raise GeoJsonError("it has no areas")
    return features


def _features(root: Any) -> list[GeoFeature]:
    kind = root.get("type") if isinstance(root, dict) else None
    if kind == "FeatureCollection" and isinstance(root.get("features"), list):
        return [_feature(part) for part in root["features"]]
    if kind == "Feature":
        return [_feature(root)]
    if kind in ("Polygon", "MultiPolygon"):
        return [GeoFeature("", _rings(root))]
    raise GeoJsonError("it is not GeoJSON with areas (FeatureCollection, Feature, Polygon or MultiPolygon)")


def _feature(feature: Any) -> GeoFeature:
    if not isinstance(feature, dict) or not isinstance(feature.get("geometry"), dict):
        raise GeoJsonError("one of its features has no geometry")
    return GeoFeature(_name(feature.get("properties")), _rings(feature["geometry"]))


def _name(properties: Any) -> str:
    """`name`, or what the statistics offices call it (`LAD13NM`)."""
    if not isinstance(properties, dict):
        return ""
    for wanted in ("name", "nm"):
        for key, value in properties.items():
            if isinstance(value, str) and str(key).lower().endswith(wanted):
                return as_name(value)
    return ""


def _rings(geometry: dict[str, Any]) -> tuple[Ring, ...]:
    kind, coordinates = geometry.get("type"), geometry.get("coordinates")
    if kind not in ("Polygon", "MultiPolygon") or not isinstance(coordinates, list):
        raise GeoJsonError(f"it holds a {kind}, which is not an area")
    polygons = coordinates if kind == "MultiPolygon" else [coordinates]
    if not all(isinstance(polygon, list) for polygon in polygons):
        raise GeoJsonError("its coordinates are not lists of points")
    return tuple(_ring(ring) for polygon in polygons for ring in polygon)


def _ring(points: Any) -> Ring:
    try:
        ring = tuple((float(point[0]), float(point[1])) for point in points)
    except (TypeError, ValueError, IndexError, KeyError, OverflowError):
        raise GeoJsonError("its coordinates are not lists of points") from None
    if len(ring) < SMALLEST_RING:
        raise GeoJsonError("one of its outlines has fewer than four points")
    if not all(math.isfinite(x) and math.isfinite(y) for x, y in ring):
        raise GeoJsonError("one of its points is not a number")
    if not all(abs(x) <= 180 and abs(y) <= 90 for x, y in ring):
        raise GeoJsonError("its points are not degrees of longitude and latitude (a national grid, perhaps)")
    return ring
