package lathe.program;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The text of a TorchScript program: one class whose methods come from module files.
 *
 * <p>A module is a file of functions in the resource folder {@code torchscript}. Words in capitals of two letters or
 * more stand for constants, which the joiner fills in: a program is made for one model, instead of one program full of
 * branches.
 *
 * @param text what the archive's code entry holds
 */
public record ProgramText(String text) {
    private static final Pattern CONSTANT = Pattern.compile("\\b[A-Z][A-Z_]+\\b");
    private static final String HEAD =
            """
            class M(Module):
              __parameters__ = []
              __buffers__ = []
              training : bool
            """;

    /** A program that begins empty. */
    public static Builder of(Map<String, Object> constants) {
        return new Builder(constants);
    }

    /** Joins modules in the order in which they are named. */
    public static final class Builder {
        private final Map<String, Object> constants;
        private final StringBuilder text = new StringBuilder(HEAD);
        private final Set<String> joined = new LinkedHashSet<>();

        private Builder(Map<String, Object> constants) {
            this.constants = constants;
        }

        /** Adds modules, once each. */
        public Builder with(String... modules) {
            for (String module : modules) {
                if (joined.add(module)) {
                    join(module, constants);
                }
            }
            return this;
        }

        /** Adds a module with further constants of its own; may be called again for the same module. */
        public Builder with(String module, Map<String, Object> more) {
            Map<String, Object> all = new TreeMap<>(constants);
            all.putAll(more);
            join(module, all);
            return this;
        }

        private void join(String module, Map<String, Object> values) {
            for (String line : read(module).lines().toList()) {
                String code = line.startsWith("def ") ? line.replace("(self", "(self: __torch__.M") : line;
                if (!code.isBlank() && !code.stripLeading().startsWith("#")) {
                    text.append("  ").append(filled(code, module, values)).append('\n');
                }
            }
        }

        /** The program so far. */
        public ProgramText build() {
            return new ProgramText(text.toString());
        }
    }

    private static String filled(String line, String module, Map<String, Object> constants) {
        Matcher words = CONSTANT.matcher(line);
        return words.replaceAll(word -> {
            Object value = constants.get(word.group());
            if (value == null) {
                throw new IllegalStateException(module + ".py needs the constant " + word.group());
            }
            return Matcher.quoteReplacement(literal(value));
        });
    }

    private static String literal(Object value) {
        if (value instanceof Boolean flag) {
            return flag ? "True" : "False";
        }
        return value.toString();
    }

    private static String read(String module) {
        String name = "/torchscript/" + module + ".py";
        try (InputStream in = ProgramText.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("no such program module: " + name);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
