package lathe.export;

import java.util.ArrayList;
import java.util.List;

/** The texts on which what was written is compared: the user's, and of Lathe's own as many as make twenty. */
final class ProofPrompts {
    private static final int ENOUGH = 20;
    private static final List<String> OWN = List.of(
            "Hello, how are you?",
            "The capital of France is",
            "Water boils at",
            "Once upon a time",
            "def add(a, b):",
            "1, 2, 3, 5, 8,",
            "Dear Sir or Madam,",
            "Why is the sky blue?",
            "A short poem on rain:",
            "Translate: good morning",
            "你好，请介绍一下自己。",
            "中国的首都是",
            "从前有一座山，",
            "写一首关于春天的诗：",
            "一加一等于",
            "怎样学好英语？",
            "今天天气",
            "人工智能是",
            "请列出三种水果：",
            "谢谢你的");

    private ProofPrompts() {}

    static List<String> with(List<String> users) {
        List<String> all = new ArrayList<>(users);
        OWN.stream().limit(Math.max(0, ENOUGH - users.size())).forEach(all::add);
        return all;
    }
}
