"""The preview: shows the site on this computer, builds it again when something changes, and shows what was left out.

 http      a small server for one machine
 guard     who may see what
 public    the output folder, as a host would show it
 inject    puts the reload script in a page on its way to the browser
 signals   tells open pages that there is something new
 preview   which address gives what
 session   the site now, on today or another day; builds again
 tasks     what is done in the other process
"""
