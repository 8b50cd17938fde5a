package lathe.ui.step.export;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;
import org.junit.jupiter.api.Test;

class ExportItemTest {
    @Test
    void whatTheVerbSaysIsTaken() {
        String said =
                """
                61 of 75 next tokens agree; largest difference of a score: 2.38e+00
                perplexity over the prompts: 28.1156 before, 31.0119 after
                """;
        ExportItem.Proof proof = new ExportItem.Proof(61, 75, "2.38e+00", "28.1156", "31.0119");
        assertEquals(Optional.of(proof), ExportItem.Proof.in(said));
        assertEquals(Optional.of(proof), ExportItem.Proof.in(said.replace("\n", "")));
        assertEquals(Optional.empty(), ExportItem.Proof.in("nothing of the kind"));
    }
}
