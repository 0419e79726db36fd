"""The preview: shows the site on this computer, builds it again when something changes, and shows what was left out.

running   until it is stopped: listen, build, open the browser, follow changes
http      a small server for one machine
guard     who may see what
preview   which address gives what
public    the output folder, as a host would show it
inject    puts the reload script in a page on its way to the browser
signals   tells open pages that there is something new
session   the site now, on today or another day; builds again
desk      the editor's view: asks the other process, shows the answer
editing   there: reads and clears one page again
marked    lays it as written beside it as published
pages     the editor's pages as HTML
"""
