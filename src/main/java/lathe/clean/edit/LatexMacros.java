package lathe.clean.edit;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import lathe.clean.rule.Changes;
import lathe.clean.rule.Edit;

/**
 * Writes out the macros that a LaTeX text defines (newcommand and its kin, def, DeclareMathOperator), with and without
 * arguments, by the definition that stands last before each use; definitions go. What is written out stays within a
 * budget, for a few short definitions can stand for a text of any length: beyond it uses stay as they are.
 */
record LatexMacros() implements Edit {
    private static final int DEPTH = 16;

    @Override
    public void edit(String text, Changes changes) {
        if (text.contains("\\newcommand")
                || text.contains("\\def")
                || text.contains("command")
                || text.contains("\\DeclareMath")) {
            new Pass(text, changes).run();
        }
    }

    private static final class Pass {
        private final String text;
        private final Changes changes;
        private final Map<String, LatexMacro> macros = new HashMap<>();
        private final Set<String> open = new HashSet<>();
        private long budget;

        Pass(String text, Changes changes) {
            this.text = text;
            this.changes = changes;
            budget = 4L * text.length() + 65_536;
        }

        void run() {
            LatexScan scan = new LatexScan(text);
            LatexVerbatim verbatim = new LatexVerbatim(text);
            for (int i = text.indexOf('\\'); i >= 0; ) {
                int end = LatexParts.nameEnd(text, i);
                LatexMacro.Definition definition = LatexMacro.define(scan, i, end);
                int skip = verbatim.end(i);
                if (definition != null) {
                    macros.put(definition.name(), definition.macro());
                    int to = definition.end();
                    to += to < text.length() && text.charAt(to) == '\n' && (i == 0 || text.charAt(i - 1) == '\n')
                            ? 1
                            : 0;
                    changes.delete(i, to);
                    end = to;
                } else if (skip > 0) {
                    end = skip;
                } else {
                    end = use(scan, i, end);
                }
                i = text.indexOf('\\', end);
            }
        }

        private int use(LatexScan scan, int from, int nameEnd) {
            StringBuilder out = new StringBuilder();
            int end = expand(scan, from, nameEnd, 0, out);
            if (end < 0 || budget < 0) {
                return nameEnd;
            }
            boolean glued = endsInCommand(out) && end < text.length() && Characters.isAsciiLetter(text.charAt(end));
            changes.replace(from, end, glued ? out.append(' ').toString() : out.toString());
            return end;
        }

        /**
         * Writes out the macro at a place and returns where its use ends; -1 if there is none, or it is within itself.
         */
        private int expand(LatexScan scan, int from, int nameEnd, int depth, StringBuilder out) {
            String name = scan.text().substring(from, nameEnd);
            LatexMacro macro = macros.get(name);
            if (macro == null || depth > DEPTH || budget < 0 || open.contains(name)) {
                return -1;
            }
            StringBuilder body = new StringBuilder();
            int end = macro.fill(scan, nameEnd, body);
            budget -= body.length() + 1L;
            if (end < 0 || budget < 0) {
                return -1;
            }
            open.add(name);
            rewrite(new LatexScan(body.toString()), depth + 1, out);
            open.remove(name);
            return end;
        }

        private void rewrite(LatexScan scan, int depth, StringBuilder out) {
            String body = scan.text();
            int copied = 0;
            for (int i = body.indexOf('\\'); i >= 0; ) {
                int nameEnd = LatexParts.nameEnd(body, i);
                out.append(body, copied, i);
                int end = expand(scan, i, nameEnd, depth, out);
                if (end < 0) {
                    out.append(body, i, nameEnd);
                    end = nameEnd;
                } else if (endsInCommand(out) && end < body.length() && Characters.isAsciiLetter(body.charAt(end))) {
                    out.append(' ');
                }
                copied = end;
                i = body.indexOf('\\', end);
            }
            out.append(body, copied, body.length());
        }

        private static boolean endsInCommand(StringBuilder out) {
            int at = out.length();
            while (at > 0 && Characters.isAsciiLetter(out.charAt(at - 1))) {
                at--;
            }
            return at > 0 && at < out.length() && out.charAt(at - 1) == '\\';
        }
    }
}
