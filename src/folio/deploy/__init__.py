"""A site onto a branch of a git remote: one commit without history, whole or not at all.

Everything happens in a repository of folio's own, in a folder that is gone afterwards: work tree, index and branches of
the person's repository stay as they are.
"""
