package lathe.export;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import lathe.export.card.CardSubject;
import lathe.export.card.ModelCard;
import lathe.program.TensorType;

/** The card of what was exported. */
final class ExportCard {
    private ExportCard() {}

    static void write(ExportRequest request, Exported exported, TensorType numbers) throws IOException {
        CardSubject subject =
                new CardSubject(form(request), nameOf(request.model()), numbers(request, numbers), proof(exported));
        ModelCard.write(request.out(), subject, request.facts());
    }

    private static CardSubject.Form form(ExportRequest request) {
        return switch (request.to()) {
            case ADAPTER -> CardSubject.Form.ADAPTER;
            case HF, CLUSTER -> CardSubject.Form.MODEL;
            case GGUF, GGUF_Q8_0, GGUF_Q4_0 -> CardSubject.Form.GGUF;
        };
    }

    private static String numbers(ExportRequest request, TensorType numbers) {
        return switch (request.to()) {
            case ADAPTER, HF, CLUSTER -> numbers.torchName();
            case GGUF -> "F16";
            case GGUF_Q8_0 -> "Q8_0";
            case GGUF_Q4_0 -> "Q4_0";
        };
    }

    private static String nameOf(Path folder) {
        return folder.toAbsolutePath().normalize().getFileName().toString();
    }

    private static List<CardSubject.Bilingual> proof(Exported proof) {
        List<CardSubject.Bilingual> said = new ArrayList<>();
        said.add(new CardSubject.Bilingual(
                filled(
                        proof,
                        "Read back after writing: %d of %d next tokens agree with what was trained; the largest"
                                + " difference of a score is %.2e; perplexity over the prompts %.4f, before %.4f."),
                filled(proof, "写出后重新读入校验：与训练所得模型相比，%d / %d 个下一词元一致；得分的最大差异为 %.2e；" + "提示文本上的困惑度为 %.4f，此前为 %.4f。")));
        proof.notes().forEach(note -> said.add(new CardSubject.Bilingual(note + ".", "（" + note + "）")));
        return said;
    }

    private static String filled(Exported proof, String form) {
        return String.format(
                Locale.ROOT,
                form,
                proof.agreeing(),
                proof.tokens(),
                proof.largestDifference(),
                proof.perplexityAfter(),
                proof.perplexityBefore());
    }
}
