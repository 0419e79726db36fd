"use strict";
// Counters that follow what is typed, copy buttons, and a checklist. Nothing leaves this page.
const endings = document.body.dataset.eindes;
const label = "[a-zà-ɏ0-9](?:[a-zà-ɏ0-9_-]{0,61}[a-zà-ɏ0-9])?";
const letter = "a-zà-ɏЀ-ӿ0-9_";
const path = `(?::[0-9]+)?(?:/(?:[${letter}!*';:=+,.$/%#\\[\\]–~@|&-]*(?:\\([${letter}!*';:=+,.$/%#~@|&-]*\\)|[${letter}+=#/-]))*)?(?:\\?[${letter}!?*'@();:&=+$/%#\\[\\].,~|-]*[${letter}&=#/-])?`;
const link = new RegExp(`(?<![a-z0-9@＠$#＃])(?:https?://|(?<![_./-]))(?:${label}\\.)+(?:${endings})(?![a-z0-9_@-])${path}`, "gi");
let emoji;
try { emoji = new RegExp("[#*0-9]\\ufe0f?\\u20e3|\\p{RGI_Emoji}|\\p{Extended_Pictographic}(?!\\ufe0e)", "gv"); } catch { emoji = /\p{Extended_Pictographic}\ufe0f?/gu; }
const light = [[0, 4351], [8192, 8205], [8208, 8223], [8242, 8247]];

function weighted(text, weight) {
  let links = 0, found = 0, sum = 0;
  let rest = text.normalize("NFC").replace(link, () => { links += 1; return "\n"; });
  rest = rest.replace(emoji, one => { if (/^[©®™♟]$/u.test(one)) return one; found += 1; return ""; });
  for (const one of rest) sum += light.some(([low, high]) => one.codePointAt(0) >= low && one.codePointAt(0) <= high) ? 1 : 2;
  return (weight - 1) * links + 2 * found + sum;
}

function visible(text, weight) {
  let links = 0;
  const rest = weight ? text.replace(link, one => { if (!/^https?:/i.test(one)) return one; links += 1; return "\n"; }) : text;
  return [...new Intl.Segmenter("nl", { granularity: "grapheme" }).segment(rest)].length + (weight - 1) * links;
}

function count(kind, text, weight) {
  return kind === "gewogen" ? weighted(text, weight) : kind === "grafemen" ? visible(text, weight) : [...text].length;
}

const textOf = box => box.innerText.replace(/\n+$/, "");

for (const box of document.querySelectorAll(".tekst")) {
  const counter = document.getElementById(box.dataset.teller);
  const { telling, link: weight, grens } = box.dataset;
  const follow = () => {
    const now = count(telling, textOf(box), Number(weight));
    counter.classList.toggle("vol", now > Number(grens));
    counter.querySelector(".aantal").textContent = `${now} van ${Number(grens).toLocaleString("nl")}`;
    counter.querySelector(".ring").style.setProperty("--deel", Math.min(1, now / Number(grens)));
  };
  box.addEventListener("input", follow);
  follow();
}

async function copy(text) {
  try { await navigator.clipboard.writeText(text); return; } catch { /* an old browser, or no permission: the old way */ }
  const area = document.createElement("textarea");
  area.value = text;
  document.body.append(area);
  area.select();
  document.execCommand("copy");
  area.remove();
}

document.addEventListener("click", async event => {
  const button = event.target.closest("button[data-van], button[data-kopieer]");
  if (!button) return;
  await copy(button.dataset.van ? textOf(document.getElementById(button.dataset.van)) : button.dataset.kopieer);
  const was = button.textContent;
  button.textContent = "Gekopieerd ✓";
  button.classList.add("klaar");
  setTimeout(() => { button.textContent = was; button.classList.remove("klaar"); }, 1800);
});
