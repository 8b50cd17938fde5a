package lathe.model.script;

import java.util.Map;
import lathe.model.arch.Architecture;
import lathe.model.arch.Attention;
import lathe.model.arch.Rope;
import lathe.program.ProgramText;

/**
 * The modules of text for texts side by side, and for one without end: keys and values are kept head by head. And those
 * that judge tokens.
 */
final class KeptModules {
    private KeptModules() {}

    static void add(ProgramText.Builder text, Architecture architecture) {
        Attention attention = architecture.attention();
        boolean plain = attention.isPlain();
        text.with("judge");
        text.with(architecture.learnsPositions() ? "embed_rows_positions" : "embed_rows_plain");
        turns(text, attention);
        text.with(attention.scores().cap() > 0 ? "bend_capped" : "bend_plain", "attend_kept");
        text.with("attention_batch", plain ? "batch_alike" : "batch_windowed");
        text.with("attention_stream", plain ? "flow_alike" : "flow_windowed");
    }

    /** As {@link Modules#rotary}: angles for all layers, and for those with a window. */
    private static void turns(ProgramText.Builder text, Attention attention) {
        Rope rope = attention.rope();
        if (rope == null) {
            text.with("turns_none", Map.of("TURNS", "turns")).with("turns_none", Map.of("TURNS", "near_turns"));
            return;
        }
        text.with("turns", Modules.numbers(rope, ""));
        Rope near = attention.window().rope();
        // without angles of their own, those layers have the method by another name and the same frequencies
        Map<String, Object> numbers = new java.util.TreeMap<>(Modules.numbers(near == null ? rope : near, "near_"));
        if (near == null || attention.isPlain()) {
            numbers.put("FREQUENCY", "frequency");
        }
        text.with("turns", numbers);
    }
}
