// Remembers the token for this address only, and goes on to the site: no public page ever holds it.
'use strict';
localStorage.setItem('sitegen', location.pathname.split('/')[2]);
location.replace(document.documentElement.dataset.naar);
