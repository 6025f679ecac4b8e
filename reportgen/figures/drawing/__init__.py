"""What figures are drawn with: shapes, scales, labels, legends and the door to Matplotlib."""
