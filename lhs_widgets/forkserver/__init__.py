"""Jupyter kernels that start by forking a warm process: see docs/forked-kernels.md.

The parts, each importing only from those above it:

- ``channel``: messages between the server and its template
- ``kernel``: what a forked child does to become a kernel of its own
- ``template``: the warm process that forks kernels
- ``process``: a forked kernel as the server sees it, with the surface of ``subprocess.Popen``
- ``templates``: the server's side: starting, asking and watching template processes
- ``waiting``: kernels that are prepared before they are needed
- ``provisioner``: ``ForkedProvisioner``, the entry point for jupyter_client

Nothing is imported here: the template starts faster without the server's side.
"""
