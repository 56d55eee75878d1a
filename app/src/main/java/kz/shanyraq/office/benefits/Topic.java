package kz.shanyraq.office.benefits;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import kz.shanyraq.policy.Benefit;
import kz.shanyraq.policy.signals.Signal;

/// What a finding is about: a benefit, or a signal. Numbers are those of `benefits.topic`; they never change.
///
/// @param id the number
/// @param code the code in the law library
/// @param kind what sort of thing it is
public record Topic(int id, String code, Kind kind) {

    /// What sort of thing a finding is about.
    public enum Kind {
        /// A benefit.
        BENEFIT,
        /// A ground for special social services that data can show.
        NEED,
        /// A measure of employment.
        WORK,
        /// How the facts that a benefit lacks are got.
        FACTS
    }

    /// The greatest number of a benefit.
    static final int LAST_BENEFIT = 100;

    private static final int FIRST_WAY = 301;

    private static final List<String> NEEDS = List.of(
            "orphanhood",
            "no_parental_care",
            "early_development",
            "disability",
            "old_age",
            "homelessness",
            "release_from_prison",
            "probation");

    private static final List<String> WORK = List.of(
            "could_register",
            "public_works",
            "social_job",
            "youth_practice",
            "first_job",
            "silver_age",
            "training",
            "disability_quota");

    private static final List<String> BENEFITS = List.of(
            "awarded_mother",
            "birth_grant",
            "child_disability_care",
            "childcare",
            "childcare_insured",
            "disability_benefit",
            "group1_care",
            "housing_assistance",
            "job_loss",
            "large_family",
            "survivor",
            "targeted_assistance");

    private static final List<Topic> ALL = Stream.of(
                    numbered(1, BENEFITS, Kind.BENEFIT),
                    numbered(101, NEEDS, Kind.NEED),
                    numbered(201, WORK, Kind.WORK),
                    numbered(FIRST_WAY, Stream.of(Way.values()).map(Way::code).toList(), Kind.FACTS))
            .flatMap(List::stream)
            .toList();

    private static final Map<String, Topic> BY_CODE = new HashMap<>();
    private static final Topic[] OF_BENEFIT;
    private static final Topic[] OF_SIGNAL;

    static {
        ALL.forEach(topic -> BY_CODE.put(topic.code, topic));
        OF_BENEFIT = Arrays.stream(Benefit.values())
                .map(benefit -> BY_CODE.get(benefit.code()))
                .toArray(Topic[]::new);
        // A benefit and a signal may not share a code: disability is a need, disability_benefit the benefit.
        OF_SIGNAL = Arrays.stream(Signal.values())
                .map(signal -> BY_CODE.get(signal.code()))
                .toArray(Topic[]::new);
    }

    private static List<Topic> numbered(int first, List<String> codes, Kind kind) {
        return Stream.iterate(0, i -> i < codes.size(), i -> i + 1)
                .map(i -> new Topic(first + i, codes.get(i), kind))
                .toList();
    }

    /// The topic of families whose missing facts are got in a way.
    public static Topic of(Way way) {
        return of(FIRST_WAY + way.ordinal());
    }

    /// All topics, in the order of their numbers.
    public static List<Topic> all() {
        return ALL;
    }

    /// The topic of a number.
    public static Topic of(int id) {
        return ALL.stream().filter(topic -> topic.id == id).findFirst().orElseThrow();
    }

    /// The topic of a code.
    public static Optional<Topic> of(String code) {
        return Optional.ofNullable(BY_CODE.get(code));
    }

    /// The topic of a benefit.
    public static Topic of(Benefit benefit) {
        return OF_BENEFIT[benefit.ordinal()];
    }

    /// The topic of a signal.
    public static Topic of(Signal signal) {
        return OF_SIGNAL[signal.ordinal()];
    }
}
