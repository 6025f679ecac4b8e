"""What the commands of the command line share, and those that stand in a module of their own."""
