"""The files that a composed page becomes: screen, print, picture and contact sheet, and how they are written."""
