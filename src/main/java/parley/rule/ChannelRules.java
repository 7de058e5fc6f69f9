package parley.rule;

import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import parley.chat.Membership;
import parley.claude.ModelId;

/** The rules in force in one place, and where each comes from; immutable. */
public final class ChannelRules {
    /** When a message in a thread of the bot's is a question to it. */
    public enum FollowUp {
        /** When it mentions the bot. */
        MENTION,
        /** Also while one person alone talks with the bot. */
        THREAD,
        ALWAYS
    }

    /** Whom the bot answers. */
    public sealed interface Who {
        record Everyone() implements Who {}

        /** People of the workspace, without guests. */
        record Members() implements Who {}

        record Group(Membership.Group group) implements Who {}
    }

    /** What people from outside get. */
    public enum Outsiders {
        ANSWER,
        /** The word that the bot answers members only. */
        MEMBERS,
        SILENT
    }

    /** What becomes of a question beyond a limit. */
    public enum AtLimit {
        REFUSE,
        WAIT
    }

    private final Map<Rule, RuleSetting> settings = new EnumMap<>(Rule.class);
    private final OptionalInt keptDays;

    /**
     * @param settings widest first: later ones win
     * @param keptDays for which threads are kept where nothing is set, at least 1; empty for ever
     */
    ChannelRules(List<RuleSetting> settings, OptionalInt keptDays) {
        for (RuleSetting setting : settings) {
            boolean here =
                    setting.scope() instanceof RuleScope.OfWorkspace
                            || !setting.rule().workspaceOnly();
            if (here && RuleValues.isValid(setting.rule(), setting.value())) {
                this.settings.put(setting.rule(), setting);
            }
        }
        this.keptDays = keptDays;
    }

    /** Who set the rule's value where and when; empty for the default. */
    public Optional<RuleSetting> setting(Rule rule) {
        return Optional.ofNullable(settings.get(rule));
    }

    /** The value in force, as it is stored. */
    public String value(Rule rule) {
        return setting(rule).map(RuleSetting::value).orElse(standard(rule));
    }

    private String standard(Rule rule) {
        if (rule != Rule.KEEP) {
            return rule.standard();
        }
        return keptDays.isPresent() ? String.valueOf(keptDays.getAsInt()) : "forever";
    }

    /** The value in force, as people read it. */
    public String shown(Rule rule) {
        return RuleValues.shown(rule, value(rule));
    }

    public FollowUp followUp() {
        return FollowUp.valueOf(constant(Rule.FOLLOW_UP));
    }

    public Who who() {
        return RuleValues.who(value(Rule.WHO));
    }

    public Outsiders outsiders() {
        return Outsiders.valueOf(constant(Rule.OUTSIDERS));
    }

    public AtLimit atLimit() {
        return AtLimit.valueOf(constant(Rule.LIMIT));
    }

    /** The dearest model that may answer; empty for any. */
    public Optional<ModelId> ceiling() {
        String model = value(Rule.MODEL);
        return model.equals("any") ? Optional.empty() : Optional.of(new ModelId(model));
    }

    /** Answers an hour for each person; empty for no limit. */
    public OptionalInt perPerson() {
        return number(Rule.PERSON);
    }

    /** Answers an hour for the whole channel; empty for no limit. */
    public OptionalInt perHour() {
        return number(Rule.HOUR);
    }

    /** Days for which a thread is kept after its last message; empty for ever. */
    public OptionalInt keptDays() {
        return number(Rule.KEEP);
    }

    public boolean answers() {
        return isOn(Rule.ANSWERS);
    }

    /** Whether a change is told in the channel. */
    public boolean notices() {
        return isOn(Rule.NOTICES);
    }

    /** Whether a second admin has to approve changes. */
    public boolean approval() {
        return isOn(Rule.APPROVAL);
    }

    private boolean isOn(Rule rule) {
        return value(rule).equals("on");
    }

    private OptionalInt number(Rule rule) {
        String value = value(rule);
        return Character.isDigit(value.charAt(0))
                ? OptionalInt.of(Integer.parseInt(value))
                : OptionalInt.empty();
    }

    private String constant(Rule rule) {
        return value(rule).toUpperCase(Locale.ROOT);
    }
}
