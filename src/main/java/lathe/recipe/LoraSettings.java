package lathe.recipe;

import java.util.List;

/** A low-rank adapter, as PEFT defines it: {@code y = W x + alpha/r · B(A(dropout(x)))}. */
public record LoraSettings(
        @Setting(
                        def = "8",
                        min = 1,
                        max = 1024,
                        typical = "4 to 64",
                        help = "Rank: what the adapter can hold; parameters grow with it.")
                int r,
        @Setting(
                        def = "16",
                        min = 1e-3,
                        max = 4096,
                        typical = "r to 2r",
                        help = "Strength: the update is scaled by alpha / r, so raise both together.")
                double alpha,
        @Setting(
                        def = "0.05",
                        min = 0,
                        max = 0.9,
                        typical = "0 to 0.1",
                        help = "Share of the adapter's inputs hidden at random; more resists memorising small data.")
                double dropout,
        @Setting(
                        def = "[all-linear]",
                        help =
                                "Which matrices get an adapter (PEFT's target_modules): all-linear, or names such as q_proj.")
                List<String> targets) {}
