package io.github.frameiokit.it.app;

import io.github.frameiokit.InteractionScoped;
import java.util.ArrayList;
import java.util.List;

/** What a user has answered so far. */
@InteractionScoped
public class Survey {

    private List<String> answers = new ArrayList<>();

    public List<String> getAnswers() {
        return answers;
    }

    public void setAnswers(List<String> answers) {
        this.answers = answers;
    }

    public void add(String answer) {
        answers.add(answer);
    }
}
