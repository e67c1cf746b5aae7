"use strict";
// What textual.js leaves to its page: where the socket is, the font before the first cell is measured, and
// a clipboard that says what became of a text.
(() => {
  const socket = new URL("ws", location.origin + location.pathname);
  socket.protocol = location.protocol === "https:" ? "wss:" : "ws:";
  document.getElementById("terminal").dataset.sessionWebsocketUrl = socket.href;

  const focus = () => document.querySelector(".xterm-helper-textarea")?.focus();

  const start = window.onload;
  window.onload = async (event) => {
    const faces = ["16px 'Roboto Mono'", "bold 16px 'Roboto Mono'"];
    await Promise.allSettled(faces.map((face) => document.fonts.load(face)));
    start(event);
  };
  // The keys are the reader's from the first frame on, without a click.
  const body = new MutationObserver(() => {
    if (document.body.classList.contains("-first-byte")) {
      body.disconnect();
      focus();
    }
  });
  body.observe(document.body, { attributeFilter: ["class"] });

  let fading;
  const say = (text, failed = false) => {
    const notice = document.getElementById("notice");
    notice.textContent = text;
    notice.classList.toggle("failed", failed);
    clearTimeout(fading);
    fading = setTimeout(() => (notice.textContent = ""), failed ? 8000 : 4000);
  };

  // Copying: by the browser's clipboard, which only secure pages have; by a selection; by the reader's hand.
  const clipboard = navigator.clipboard;
  const dialog = document.getElementById("copy");
  const area = dialog.querySelector("textarea");

  const copySelected = (text) => {
    const carrier = document.createElement("textarea");
    carrier.value = text;
    document.body.append(carrier);
    carrier.select();
    const taken = document.execCommand("copy");
    carrier.remove();
    focus();
    return taken;
  };
  const offer = (text) => {
    area.value = text;
    if (!dialog.open) {
      dialog.showModal();
    }
    area.select();
    say("Not copied", true);
  };
  const copy = async (text) => {
    try {
      await clipboard.writeText(text);
    } catch {
      if (!copySelected(text)) {
        offer(text);
        return;
      }
    }
    say("Copied to this browser's clipboard");
  };
  dialog.addEventListener("close", focus);

  // xterm.js reads nothing on while it waits: so it need not. And nobody reads this clipboard from afar.
  const ours = {
    writeText: (text) => {
      copy(text);
      return Promise.resolve();
    },
    readText: () => Promise.resolve(""),
  };
  Object.defineProperty(navigator, "clipboard", { value: ours });

  // A selection made with Shift is xterm.js's own: shapes in the order of the screen, and no text.
  document.addEventListener(
    "copy",
    (event) => {
      if (event.target instanceof Node && event.target.parentElement?.closest(".xterm")) {
        event.preventDefault();
        event.stopPropagation();
        say("Not copied: select without Shift, and press Ctrl+C", true);
      }
    },
    true,
  );

  // Nothing that is read here is longer: a message over 64 KB would end the session.
  document.addEventListener(
    "paste",
    (event) => {
      if (event.clipboardData && event.clipboardData.getData("text").length > 10000) {
        event.preventDefault();
        event.stopPropagation();
        say("Not pasted: too long", true);
      }
    },
    true,
  );

  // A picture is saved, not opened in a window that a browser may forbid.
  const open = window.open.bind(window);
  window.open = (url, ...others) => {
    if (!String(url).startsWith(`${location.origin}/download/`)) {
      return open(url, ...others);
    }
    const link = document.createElement("a");
    link.href = url;
    link.download = "";
    link.click();
    return null;
  };

  document.getElementById("again").addEventListener("click", () => location.reload());
})();
