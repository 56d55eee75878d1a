package kz.shanyraq.office.page;

import java.util.List;

/// A sentence that stands above a page: the key of its words, and their arguments.
public record Notice(Tone tone, String word, List<Object> arguments) implements java.io.Serializable {
    private static final long serialVersionUID = 1;

    /// What was asked for is done. To be kept over the redirect: `redirect.addFlashAttribute("flash",
    /// Notice.done("registry.note.saved"))`.
    public static Notice done(String word, Object... arguments) {
        return new Notice(Tone.GOOD, word, List.of(arguments));
    }

    /// What was asked for is not done.
    public static Notice failed(String word, Object... arguments) {
        return new Notice(Tone.BAD, word, List.of(arguments));
    }

    /// To know.
    public static Notice info(String word, Object... arguments) {
        return new Notice(Tone.INFO, word, List.of(arguments));
    }

    /// Something waits for a person.
    public static Notice wait(String word, Object... arguments) {
        return new Notice(Tone.WAIT, word, List.of(arguments));
    }

    /// The sentence in the language of a page.
    public String in(Text t) {
        return t.say(word, arguments.toArray());
    }
}
