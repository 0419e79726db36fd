"""The schoolgids as one whole: a document becomes chapters, editions are compared, legal topics are looked for.

Pure: takes texts and bytes, gives values. What is written where is for `cli.schoolgids` to do.
"""
