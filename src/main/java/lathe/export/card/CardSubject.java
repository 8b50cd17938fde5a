package lathe.export.card;

import java.util.List;

/**
 * What a card is about.
 *
 * @param form what lies beside the card
 * @param base name of the model under it
 * @param numbers type of its numbers
 * @param proof sentences on how it was compared with what was trained, each in English and Chinese
 */
public record CardSubject(Form form, String base, String numbers, List<Bilingual> proof) {

    /** Copies the list. */
    public CardSubject {
        proof = List.copyOf(proof);
    }

    /** The same thing said twice. */
    public record Bilingual(String english, String chinese) {}

    /** How others load it. */
    public enum Form {
        ADAPTER(
                "peft",
                """
                ```python
                from peft import PeftModel
                from transformers import AutoModelForCausalLM, AutoTokenizer

                base = AutoModelForCausalLM.from_pretrained("BASE")  # a folder or a name on the hub
                model = PeftModel.from_pretrained(base, "THIS_FOLDER")
                tokenizer = AutoTokenizer.from_pretrained("BASE")
                ```
                """),
        MODEL(
                "transformers",
                """
                ```python
                from transformers import AutoModelForCausalLM, AutoTokenizer

                model = AutoModelForCausalLM.from_pretrained("THIS_FOLDER", dtype="auto")
                tokenizer = AutoTokenizer.from_pretrained("THIS_FOLDER")
                ```
                """),
        GGUF(
                "gguf",
                """
                ```sh
                llama-cli -m model-*.gguf -p "你好"
                ```
                """);

        private final String library;
        private final String loading;

        Form(String library, String loading) {
            this.library = library;
            this.loading = loading;
        }

        String library() {
            return library;
        }

        String loading() {
            return loading;
        }
    }
}
