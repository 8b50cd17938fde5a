package lathe.ingest.preset;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The names that datasets have for who speaks. */
final class Roles {
    static final String SYSTEM = "system";
    static final String USER = "user";
    static final String ASSISTANT = "assistant";
    static final String TOOL = "tool";

    private static final Map<String, String> KNOWN = known();

    private Roles() {}

    private static Map<String, String> known() {
        Map<String, String> known = new HashMap<>();
        List.of(SYSTEM, "developer").forEach(name -> known.put(name, SYSTEM));
        List.of(USER, "human", "prompter").forEach(name -> known.put(name, USER));
        // a call of a function is something that the model writes
        List.of(ASSISTANT, "gpt", "chatgpt", "bing", "bard", "bot", "model", "ai", "function_call", "tool_call")
                .forEach(name -> known.put(name, ASSISTANT));
        List.of(TOOL, "observation", "function", "function_response", "tool_response", "ipython")
                .forEach(name -> known.put(name, TOOL));
        return known;
    }

    /** Lathe's name for a role. */
    static String of(String name) throws UnusableException {
        String known = KNOWN.get(name); // nearly always written in small letters
        @Nullable String role = known != null ? known : KNOWN.get(name.toLowerCase(Locale.ROOT));
        if (role == null) {
            throw new UnusableException("unknown-role");
        }
        return role;
    }
}
