package lathe.recipe;

import java.util.List;

/** What is asked of the models when training is over. */
public record EvaluateSettings(
        @Setting(def = "[]", help = "Prompts that the base and the tuned model answer side by side.")
                List<String> prompts,
        @Setting(def = "64", min = 1, max = 100_000, help = "Most tokens of an answer.") int maxNew,
        @Setting(
                        def = "50000",
                        min = 0,
                        max = 1e9,
                        help = "Held-out tokens on which base and tuned model are compared at the end; 0 for none.",
                        advanced = true)
                long heldOutTokens) {}
