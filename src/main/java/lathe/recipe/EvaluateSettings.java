package lathe.recipe;

import java.util.List;

/** What is asked of the models when training is over. */
public record EvaluateSettings(
        @Setting(def = "[]", help = "Prompts that the base and the tuned model answer side by side.")
                List<String> prompts,
        @Setting(def = "64", min = 1, max = 100_000, help = "Most tokens of an answer.") int maxNew) {}
