package kz.shanyraq.office.registry.web;

import java.util.List;
import kz.shanyraq.office.registry.Delivery;

/// One delivery: its counts, which add up, and the rows that were not taken.
public record IntakePage(Delivery delivery, List<Delivery.Reject> rejects) {}
