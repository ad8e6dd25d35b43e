"""A package for pytest, so that its files share one browser that is closed before others run."""
