// What the pages gain from a script: light or dark by choice, filters, search. Everything else works without it.
(function () {
  "use strict";
  var root = document.documentElement;
  function one(selector, within) { return (within || document).querySelector(selector); }
  function all(selector, within) { return Array.from((within || document).querySelectorAll(selector)); }

  var toggle = one("[data-scheme-toggle]");
  if (toggle) {
    toggle.hidden = false;
    toggle.addEventListener("click", function () {
      var dark = root.dataset.scheme ? root.dataset.scheme === "dark" : matchMedia("(prefers-color-scheme: dark)").matches;
      root.dataset.scheme = dark ? "light" : "dark";
      try { localStorage.setItem("folio-scheme", root.dataset.scheme); } catch (error) { /* private window */ }
    });
  }

  // From a disk, the address of a folder is not that of its page.
  if (location.protocol === "file:") {
    all("a[href]").forEach(function (link) {
      if (link.protocol === "file:" && link.pathname.endsWith("/")) { link.pathname += "index.html"; }
    });
  }

  addEventListener("beforeprint", function () { all("details").forEach(function (box) { box.open = true; }); });

  // A list and the fields that choose from it; the choice stands in the address, so that it can be linked.
  all("[data-list]").forEach(function (list) {
    var form = one("[data-filter]", list), items = all("[data-of]", list);
    if (!form || !form.elements.length) { return; }
    var fields = all("select", form), clear = one("[type=reset]", form), count = one("[data-shown]", form);
    if (!fields.length) { return; }
    var of = items.map(function (item) { return JSON.parse(item.dataset.of); });
    function apply(said) {
      var chosen = fields.filter(function (field) { return field.value; }), shown = 0;
      items.forEach(function (item, at) {
        var fits = chosen.every(function (field) { return (of[at][field.name] || []).map(String).includes(field.value); });
        item.hidden = !fits;
        shown += fits;
      });
      clear.hidden = !chosen.length;
      list.classList.toggle("is-filtered", chosen.length > 0);
      list.classList.toggle("is-empty", !shown);
      count.textContent = shown ? count.dataset.shown.replace("{n}", shown).replace("{all}", items.length) : count.dataset.none;
      if (said) {
        var query = new URLSearchParams(chosen.map(function (field) { return [field.name, field.value]; })).toString();
        try { history.replaceState(null, "", location.pathname + (query && "?" + query) + location.hash); } catch (error) { /* from a disk */ }
      }
    }
    new URLSearchParams(location.search).forEach(function (value, name) {
      fields.forEach(function (field) {
        if (field.name === name && Array.from(field.options).some(function (option) { return option.value === value; })) { field.value = value; }
      });
    });
    form.addEventListener("change", function () { apply(true); });
    form.addEventListener("submit", function (event) { event.preventDefault(); });
    form.addEventListener("reset", function () { setTimeout(function () { apply(true); fields[0].focus(); }); });
    form.hidden = false;
    apply(false);
  });

  // Search: every word has to begin a word of the page; a word of the title counts ten times as much.
  var dialog = one("dialog.search"), open = one("[data-search-open]");
  if (!dialog || !open || !dialog.showModal || location.protocol === "file:") { return; }
  var field = one("input", dialog), results = one(".search-results", dialog), state = one(".search-state", dialog), index;
  function plain(text) { return text.normalize("NFKD").replace(/[\u0300-\u036f]/g, "").toLowerCase(); }
  function show() {
    dialog.showModal();
    field.select();
    index = index || fetch(dialog.dataset.index).then(function (answer) { return answer.json(); }).then(function (pages) {
      return pages.map(function (it) { return { it: it, title: " " + plain(it.title), text: " " + plain(it.text) }; });
    });
    index.then(find);
  }
  function find(pages) {
    var asked = plain(field.value).split(/\s+/).filter(Boolean), found = [];
    results.textContent = "";
    state.textContent = "";
    if (!asked.length) { return; }
    pages.forEach(function (entry) {
      var rank = 0;
      var fits = asked.every(function (word) {
        var inTitle = entry.title.includes(word), inText = entry.text.includes(word);
        rank += (inTitle ? 10 : 0) + (entry.title.includes(" " + word) ? 10 : 0) + (entry.text.includes(" " + word) ? 2 : 0);
        return inTitle || inText;
      });
      if (fits) { found.push([rank, entry]); }
    });
    found.sort(function (a, b) { return b[0] - a[0]; });
    found.slice(0, 12).forEach(function (hit) {
      var entry = hit[1], at = Math.max(0, entry.text.indexOf(asked[0]) - 40), end;
      at = at && entry.it.text.lastIndexOf(" ", at) + 1;
      end = entry.it.text.indexOf(" ", at + 120);
      var link = document.createElement("a"), title = document.createElement("strong"), text = document.createElement("span");
      link.href = dialog.dataset.root.replace(/\/?$/, "/") + entry.it.path;
      title.textContent = entry.it.title;
      text.textContent = (at ? "… " : "") + (end < 0 ? entry.it.text.slice(at) : entry.it.text.slice(at, end) + " …");
      link.append(title, text);
      results.appendChild(document.createElement("li")).append(link);
    });
    state.textContent = found.length ? dialog.dataset.found.replace("{n}", found.length) : dialog.dataset.none;
  }
  open.hidden = false;
  open.addEventListener("click", show);
  one("[data-search-close]", dialog).addEventListener("click", function () { dialog.close(); });
  dialog.addEventListener("click", function (event) { if (event.target === dialog) { dialog.close(); } });
  field.addEventListener("input", function () { index.then(find); });
  dialog.addEventListener("keydown", function (event) {
    var links = all("a", results), at = links.indexOf(document.activeElement);
    var step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step && links.length) {
      event.preventDefault();
      (links[at + step] || (at + step < 0 ? field : links[at])).focus();
    } else if (event.key === "Enter" && at < 0 && links.length) {
      links[0].click();
    }
  });
  document.addEventListener("keydown", function (event) {
    var typing = /^(INPUT|TEXTAREA|SELECT)$/.test(event.target.tagName) || event.target.isContentEditable;
    var asked = event.key === "/" && !typing && !event.metaKey && !event.ctrlKey && !event.altKey || (event.ctrlKey || event.metaKey) && event.key.toLowerCase() === "k";
    if (asked && !dialog.open) {
      event.preventDefault();
      show();
    }
  });
})();
