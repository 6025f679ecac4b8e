"""The layout stage: it turns a report and a brand into a page of finished boxes, or says why there is none."""
