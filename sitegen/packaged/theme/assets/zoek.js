// Zoeken op de website zelf: haalt alleen de stukjes van de index die een vraag nodig heeft, en vraagt niets aan anderen.
const plaats = document.getElementById("_zoek");
const vraagveld = document.getElementById("_vraag");
const stand = document.getElementById("_stand");
const lijst = document.getElementById("_gevonden");
const meer = document.getElementById("_meer");
const PER_KEER = 8;
const VULWOORDEN = new Set(("aan al alle allemaal als altijd ben bij daar dan dat de den der deze die dit doe doen door dus een en er ga gaan gaat had heb hebben heeft heel " +
  "hem het hier hij hoe hun iets ik in is ja je jou jouw kan kunnen maar me meer men met mij mijn moet moeten na naar nee niet nog nu of om omdat onder " +
  "ons onze ook op over per te tegen tijdens toch toen tot tussen uit uw van veel voor waar was wat we weer wel welke werd wie wij wil willen worden " +
  "wordt ze zei zelf zich zij zijn zo zoals zou zouden zullen").split(" "));
const GEWICHT = [1, 3, 7];
const bestanden = new Map();
let beurt = 0;

export function vouw(tekst) {
  return tekst.toLowerCase().replace(/ĳ/g, "ij").replace(/ø/g, "o").replace(/ı/g, "i").replace(/ß/g, "ss").replace(/æ/g, "ae").replace(/œ/g, "oe")
    .replace(/ÿ/g, "ij").replace(/ł/g, "l").replace(/đ/g, "d").normalize("NFKD").replace(/[\u0300-\u036f\u00ad\u200b-\u200f]/g, "");
}

export function woorden(tekst) {
  return vouw(tekst).match(/[a-z]{2,40}|\d{1,6}/g) || [];
}

// De Nederlandse stemmer van Snowball (Porter), met ervoor "vakanties" > "vakantie" en erna "briev" > "brief".
export function stam(woord) {
  if (/^\d/.test(woord)) return woord;
  if (woord.length > 4 && /(?:ie|[^aeiou]e)s$/.test(woord)) woord = woord.slice(0, -1);
  woord = snowball(woord);
  return woord.length > 2 ? woord.replace(/v$/, "f").replace(/z$/, "s") : woord;
}

function snowball(w) {
  const klinker = (letter) => "aeiouy".includes(letter);
  w = w.replace(/^y/, "Y").replace(/([aeiouy])y/g, "$1Y").replace(/([aeiouy])i(?=[aeiouy])/g, "$1I");
  const na = (van) => {
    const gevonden = /[aeiouy][^aeiouy]/.exec(w.slice(van));
    return gevonden ? van + gevonden.index + 2 : w.length;
  };
  const vanaf1 = na(0);
  const r2 = na(vanaf1);
  const r1 = Math.max(vanaf1, 3);
  const eindigt = (...uitgangen) => uitgangen.filter((uitgang) => w.endsWith(uitgang)).sort((a, b) => b.length - a.length)[0];
  const inDeel = (deel, uitgang) => w.length - uitgang.length >= deel;
  const weg = (aantal) => { w = w.slice(0, w.length - aantal); };
  const enkel = () => { if (/(kk|dd|tt)$/.test(w)) weg(1); };
  const enWeg = (uitgang) => {
    if (!inDeel(r1, uitgang)) return;
    const rest = w.slice(0, -uitgang.length);
    if (!rest || klinker(rest.at(-1)) || rest.endsWith("gem")) return;
    weg(uitgang.length);
    enkel();
  };
  let eWeg = false;
  const eEinde = () => {
    eWeg = false;
    if (w.endsWith("e") && inDeel(r1, "e") && w.length > 1 && !klinker(w.at(-2))) { weg(1); eWeg = true; enkel(); }
  };
  const eerste = eindigt("heden", "ene", "en", "se", "s");
  if (eerste === "heden") { if (inDeel(r1, eerste)) w = w.slice(0, -5) + "heid"; }
  else if (eerste === "ene" || eerste === "en") enWeg(eerste);
  else if (eerste && inDeel(r1, eerste)) {
    const voor = w.at(-eerste.length - 1);
    if (voor && !klinker(voor) && voor !== "j") weg(eerste.length);
  }
  eEinde();
  if (w.endsWith("heid") && inDeel(r2, "heid") && w.at(-5) !== "c") { weg(4); if (w.endsWith("en")) enWeg("en"); }
  const laatste = eindigt("end", "ing", "ig", "lijk", "baar", "bar");
  if (laatste && inDeel(r2, laatste)) {
    if (laatste === "end" || laatste === "ing") {
      weg(3);
      if (w.endsWith("ig") && inDeel(r2, "ig") && w.at(-3) !== "e") weg(2); else enkel();
    } else if (laatste === "ig") { if (w.at(-3) !== "e") weg(2); }
    else if (laatste === "lijk") { weg(4); eEinde(); }
    else if (laatste === "baar") weg(4);
    else if (eWeg) weg(3);
  }
  if (/[^aeiouy](aa|ee|oo|uu)[^aeiouyI]$/.test(w)) w = w.slice(0, -2) + w.at(-1);
  return w.toLowerCase();
}

function haal(naam) {
  if (!bestanden.has(naam)) {
    bestanden.set(naam, fetch(plaats.dataset.index + naam).then((antwoord) => {
      if (!antwoord.ok) throw new Error(String(antwoord.status));
      return antwoord.json();
    }));
    bestanden.get(naam).catch(() => bestanden.delete(naam));
  }
  return bestanden.get(naam);
}

function plek(grenzen, woord) {
  let laag = 0, hoog = grenzen.length;
  while (laag < hoog) { const midden = (laag + hoog) >> 1; if (woord < grenzen[midden]) hoog = midden; else laag = midden + 1; }
  return laag;
}

const CIJFERS = "bcdfghjklmnpqrstvwxz";
function nummers(tekst) {
  const gevonden = [];
  let waarde = 0, maal = 1, vorige = -1;
  for (const teken of tekst) {
    const klein = teken.toLowerCase();
    waarde += CIJFERS.indexOf(klein) * maal;
    if (teken === klein) { vorige += waarde + 1; gevonden.push(vorige); waarde = 0; maal = 1; } else maal *= 20;
  }
  return gevonden;
}

function ver(a, b, grens) {
  if (Math.abs(a.length - b.length) > grens) return false;
  let rij = Array.from({ length: b.length + 1 }, (_, i) => i), eerder = rij;
  for (let i = 1; i <= a.length; i++) {
    const nieuw = [i];
    for (let j = 1; j <= b.length; j++) {
      nieuw[j] = Math.min(rij[j] + 1, nieuw[j - 1] + 1, rij[j - 1] + (a[i - 1] !== b[j - 1]));
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) nieuw[j] = Math.min(nieuw[j], eerder[j - 2] + 1);
    }
    eerder = rij; rij = nieuw;
  }
  return rij[b.length] <= grens;
}

// Alle stammen bij één woord uit de vraag: precies, als begin, en als er niets is met een tikfout.
async function bij(index, woord, begin) {
  const stem = stam(woord);
  const kort = woord.startsWith(stem) ? stem : woord;
  const perDeel = index.grenzen.length + 1;
  const gevonden = new Map();
  const bijna = new Map();
  const grens = stem.length > 7 ? 2 : 1;
  const noteer = (map, deel, nummer, gewicht) => {
    const sleutel = `${deel}:${nummer}`;
    map.set(sleutel, Math.max(map.get(sleutel) || 0, gewicht));
  };
  await Promise.all(index.delen.map(async ([naam, , stukken], deel) => {
    const van = plek(index.grenzen, stem), tot = begin && kort.length > 1 ? plek(index.grenzen, kort + "~") : van;
    const welke = new Set();
    for (const bak of [van, ...(begin && kort.length > 1 ? Array.from({ length: tot - plek(index.grenzen, kort) + 1 }, (_, i) => plek(index.grenzen, kort) + i) : [])]) welke.add(Math.floor(bak * stukken / perDeel));
    for (const stuk of await Promise.all([...welke].map((nummer) => haal(`${naam}-${nummer}.json`)))) {
      for (const term in stuk) {
        let soort = term === stem ? 1 : begin && kort.length > 1 && (term.startsWith(kort) || term.startsWith(woord)) ? 0.6 : 0;
        const doel = soort ? gevonden : bijna;
        if (!soort && stem.length > 3 && ver(term, stem, grens)) soort = 0.3;
        if (soort) stuk[term].split("|").forEach((tekst, gewicht) => nummers(tekst).forEach((nummer) => noteer(doel, deel, nummer, soort * GEWICHT[gewicht])));
      }
    }
  }));
  return gevonden.size ? gevonden : bijna;
}

async function zoek(vraag) {
  const index = await haal("index.json");
  const alle = woorden(vraag);
  const echt = alle.filter((woord) => !VULWOORDEN.has(woord));
  const lijsten = await Promise.all((echt.length ? echt : alle).map((woord, nummer, rij) => bij(index, woord, nummer === rij.length - 1 && !/\s$/.test(vraag))));
  const totaal = index.delen.reduce((som, [, aantal]) => som + aantal, 0);
  const punten = new Map();
  for (const gevonden of lijsten) {
    const zeldzaam = Math.log(1 + totaal / (1 + gevonden.size));
    for (const [sleutel, gewicht] of gevonden) {
      const tot = punten.get(sleutel) || [0, 0];
      punten.set(sleutel, [tot[0] + 1, tot[1] + gewicht * zeldzaam]);
    }
  }
  const meeste = Math.max(0, ...[...punten.values()].map(([aantal]) => aantal));
  let voorheen = 0;
  const begin = index.delen.map(([, aantal]) => { const hier = voorheen; voorheen += aantal; return hier; });
  return [...punten].filter(([, [aantal]]) => aantal === meeste).map(([sleutel, [, score]]) => {
    const [deel, nummer] = sleutel.split(":").map(Number);
    const vast = index.delen[deel][0] === "p";
    // Een pagina gaat voor een brief, een nieuwe brief voor een oude.
    return { deel: index.delen[deel][0], nummer, score: score * (vast ? 1.6 : 0.8 + 0.4 * (begin[deel] + nummer) / totaal) };
  }).sort((a, b) => b.score - a.score || b.nummer - a.nummer);
}

function gemarkeerd(element, tekst, stammen) {
  let laatste = 0;
  for (const stuk of tekst.matchAll(/[\p{L}\d]+/gu)) {
    const woord = vouw(stuk[0]);
    if (!stammen.some((stem) => woord.startsWith(stem) || stam(woord) === stem)) continue;
    element.append(tekst.slice(laatste, stuk.index));
    element.append(Object.assign(document.createElement("mark"), { textContent: stuk[0] }));
    laatste = stuk.index + stuk[0].length;
  }
  element.append(tekst.slice(laatste));
  return element;
}

const MAANDEN = "januari februari maart april mei juni juli augustus september oktober november december".split(" ");
function datum(iso) { return iso ? `${Number(iso.slice(8))} ${MAANDEN[Number(iso.slice(5, 7)) - 1]} ${iso.slice(0, 4)}` : ""; }

let gevonden = [], getoond = 0, gevraagd = [];
async function toon(beurtVan) {
  const index = await haal("index.json");
  const hier = gevonden.slice(getoond, getoond + PER_KEER);
  const rijen = await Promise.all(hier.map(async (een) => (await haal(`${een.deel}-t${Math.floor(een.nummer / index.perBestand)}.json`))[een.nummer % index.perBestand]));
  if (beurtVan !== beurt) return;
  for (const [adres, titel, dag, samenvatting, soort] of rijen.filter(Boolean)) {
    const regel = document.createElement("li");
    const link = gemarkeerd(Object.assign(document.createElement("a"), { href: plaats.dataset.base + adres }), titel, gevraagd);
    regel.append(link);
    const waar = soort === "newsletter" ? `Nieuwsbrief, ${datum(dag)}` : soort === "chapter" ? "Schoolgids" : "";
    if (waar) regel.append(Object.assign(document.createElement("span"), { className: "zoek-soort", textContent: waar }));
    if (samenvatting) regel.append(gemarkeerd(document.createElement("p"), samenvatting, gevraagd));
    lijst.append(regel);
  }
  getoond += hier.length;
  meer.hidden = getoond >= gevonden.length;
}

async function vraag() {
  const tekst = vraagveld.value.trimStart();
  const mijn = ++beurt;
  history.replaceState(null, "", tekst.trim() ? `?q=${encodeURIComponent(tekst.trim())}` : location.pathname);
  if (!woorden(tekst).length) { lijst.replaceChildren(); meer.hidden = true; stand.textContent = ""; return; }
  try {
    const antwoord = await zoek(tekst);
    if (mijn !== beurt) return;
    gevonden = antwoord; getoond = 0; gevraagd = woorden(tekst).filter((woord) => !VULWOORDEN.has(woord)).map(stam);
    lijst.replaceChildren();
    stand.textContent = gevonden.length ? `${gevonden.length} ${gevonden.length === 1 ? "resultaat" : "resultaten"} voor “${tekst.trim()}”` : `Niets gevonden voor “${tekst.trim()}”. Probeer een ander of korter woord.`;
    await toon(mijn);
  } catch {
    if (mijn === beurt) stand.textContent = "Zoeken lukt nu niet. Controleer uw verbinding en probeer het opnieuw.";
  }
}

if (plaats) {
  plaats.hidden = false;
  let wacht = 0;
  vraagveld.addEventListener("input", () => { clearTimeout(wacht); wacht = setTimeout(vraag, 120); });
  vraagveld.addEventListener("focus", () => { haal("index.json").catch(() => {}); }, { once: true });
  meer.addEventListener("click", async () => {
    const eerste = getoond;
    await toon(beurt);
    lijst.children[eerste]?.querySelector("a").focus();
  });
  plaats.addEventListener("keydown", (toets) => {
    const links = [...lijst.querySelectorAll("a")];
    const nu = links.indexOf(document.activeElement);
    if (toets.key === "ArrowDown" && links.length && nu < links.length - 1) { links[nu + 1].focus(); toets.preventDefault(); }
    else if (toets.key === "ArrowUp" && nu >= 0) { (nu ? links[nu - 1] : vraagveld).focus(); toets.preventDefault(); }
    else if (toets.key === "Enter" && document.activeElement === vraagveld && links.length) { links[0].focus(); toets.preventDefault(); }
    else if (toets.key === "Escape") { vraagveld.value = ""; vraagveld.focus(); vraag(); }
  });
  const eerder = new URLSearchParams(location.search).get("q");
  if (eerder) { vraagveld.value = eerder; vraag(); }
  if (matchMedia("(pointer: fine)").matches) vraagveld.focus();
}
