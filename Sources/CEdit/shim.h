// libedit for Swift: what Swift cannot say by itself.
//
// el_set, el_get and history are variadic, which Swift does not call, and stdin, stdout and stderr
// are mutable globals, which Swift 6 does not touch. Nothing else is here.

#ifndef CRASHCART_CEDIT_H
#define CRASHCART_CEDIT_H

#include <histedit.h>
#include <langinfo.h>
#include <locale.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <termios.h>
#include <unistd.h>

// A line editor on the standard streams.
static inline EditLine *cedit_init(const char *program) {
  return el_init(program, stdin, stdout, stderr);
}

// Attaches a pointer that cedit_client_data returns.
static inline int cedit_set_client_data(EditLine *editor, void *data) {
  return el_set(editor, EL_CLIENTDATA, data);
}

static inline void *cedit_client_data(EditLine *editor) {
  void *data = NULL;
  return el_get(editor, EL_CLIENTDATA, &data) == 0 ? data : NULL;
}

// Sets the function that returns the prompt; `literal` encloses what takes no room on the screen.
static inline int cedit_set_prompt(EditLine *editor, char *(*prompt)(EditLine *), char literal) {
  return el_set(editor, EL_PROMPT_ESC, prompt, literal);
}

// Sets the function that reads a character: 1 when it has, 0 at the end, -1 to give the line up.
static inline int cedit_set_reader(EditLine *editor, int (*reader)(EditLine *, wchar_t *)) {
  return el_set(editor, EL_GETCFN, reader);
}

// Selects "emacs" or "vi" keys.
static inline int cedit_set_keys(EditLine *editor, const char *name) {
  return el_set(editor, EL_EDITOR, name);
}

// Names a function so that keys can be bound to it.
static inline int cedit_add_function(EditLine *editor, const char *name, const char *help,
                                     unsigned char (*function)(EditLine *, int)) {
  return el_set(editor, EL_ADDFN, name, help, function);
}

// Binds a key, spelled as in editrc(5), to a function.
static inline int cedit_bind(EditLine *editor, const char *key, const char *function) {
  return el_set(editor, EL_BIND, key, function, NULL);
}

// Lets the arrow keys walk through a history.
static inline int cedit_set_history(EditLine *editor, History *lines) {
  return el_set(editor, EL_HIST, history, lines);
}

// Puts the terminal into the editor's mode (1) or back (0).
static inline int cedit_prepare_terminal(EditLine *editor, int on) {
  return el_set(editor, EL_PREP_TERM, on);
}

// Draws the prompt and the line again.
static inline int cedit_refresh(EditLine *editor) { return el_set(editor, EL_REFRESH); }

// Keeps at most `count` lines.
static inline int cedit_history_size(History *lines, int count) {
  HistEvent event;
  return history(lines, &event, H_SETSIZE, count);
}

// With `on`, leaves out a line that equals the one before it.
static inline int cedit_history_unique(History *lines, int on) {
  HistEvent event;
  return history(lines, &event, H_SETUNIQUE, on);
}

// Adds a line.
static inline int cedit_history_add(History *lines, const char *line) {
  HistEvent event;
  return history(lines, &event, H_ENTER, line);
}

// Makes characters UTF-8, as the environment says or else in any case.
static inline void cedit_use_utf8(void) {
  setlocale(LC_CTYPE, "");
  if (strcmp(nl_langinfo(CODESET), "UTF-8") != 0 && setlocale(LC_CTYPE, "C.UTF-8") == NULL) {
    setlocale(LC_CTYPE, "en_US.UTF-8");
  }
}

// Lets the key that ends programs (Ctrl+\) be a key like any other. The constant is a character
// literal, which Swift does not see.
static inline void cedit_disable_quit_key(struct termios *mode) {
  mode->c_cc[VQUIT] = _POSIX_VDISABLE;
}

// Writes to standard output, through the buffer that libedit uses too.
static inline size_t cedit_write(const void *bytes, size_t count) {
  return fwrite(bytes, 1, count, stdout);
}

// Sends what cedit_write has gathered.
static inline int cedit_flush(void) { return fflush(stdout); }

#endif
