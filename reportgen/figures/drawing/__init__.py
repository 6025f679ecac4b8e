"""What figures are drawn with: shapes, scales, labels, legends, and what loads Matplotlib."""
