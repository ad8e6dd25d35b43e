"""The server: Voilà's configuration, our doors, and the ``lhs`` command."""
