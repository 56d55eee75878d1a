package kz.shanyraq.office;

import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.modulith.Modulithic;

/// The office as one application: its modules are the packages beside this class.
@SpringBootApplication(proxyBeanMethods = false)
@Modulithic(systemName = "Shanyraq")
public class Office {}
