package kz.shanyraq.office.access;

import jakarta.servlet.Filter;
import java.time.Duration;
import java.util.Set;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.web.server.Cookie.SameSite;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.boot.web.server.servlet.ConfigurableServletWebServerFactory;
import org.springframework.boot.web.server.servlet.Session;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.context.SecurityContextHolderFilter;
import org.springframework.security.web.header.writers.CrossOriginEmbedderPolicyHeaderWriter;
import org.springframework.security.web.header.writers.CrossOriginOpenerPolicyHeaderWriter;
import org.springframework.security.web.header.writers.CrossOriginResourcePolicyHeaderWriter;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/// What holds for every request: headers, cookies, who acts, which host was meant, how often.
@Configuration(proxyBeanMethods = false)
class WebSecurity {

    /// Nothing from elsewhere, nothing inline, in nobody's frame.
    static final String CONTENT =
            "default-src 'self'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; connect-src 'self'; "
                    + "object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";

    private static final String NO_DEVICES =
            "accelerometer=(), autoplay=(), camera=(), display-capture=(), geolocation=(), gyroscope=(), "
                    + "microphone=(), midi=(), payment=(), usb=(), browsing-topics=()";
    private static final Duration YEAR = Duration.ofDays(365);
    private static final Duration IDLE = Duration.ofMinutes(30);

    /// One chain for all pages. Who may do what is not decided here but by [Gate], at the page itself.
    @Bean
    SecurityFilterChain officeChain(
            HttpSecurity http,
            LivingSession livingSession,
            Pace pace,
            Hosts hosts,
            ObjectProvider<ClientRegistrationRepository> providers,
            ObjectProvider<Vouching> vouching) {
        http.authorizeHttpRequests(requests -> requests.anyRequest().permitAll());
        // The check changes nothing and knows nobody; without a token it needs no session, so no cookie.
        http.csrf(csrf -> csrf.ignoringRequestMatchers("/check"));
        http.formLogin(form -> form.disable());
        http.httpBasic(basic -> basic.disable());
        http.logout(logout -> logout.disable());
        http.anonymous(anonymous -> anonymous.disable());
        http.requestCache(cache -> cache.disable());
        http.sessionManagement(session -> session.sessionFixation(fixation -> fixation.changeSessionId()));
        http.headers(headers -> headers.contentSecurityPolicy(policy -> policy.policyDirectives(CONTENT))
                .frameOptions(frame -> frame.deny())
                .referrerPolicy(referrer -> referrer.policy(ReferrerPolicyHeaderWriter.ReferrerPolicy.SAME_ORIGIN))
                .permissionsPolicyHeader(permissions -> permissions.policy(NO_DEVICES))
                .crossOriginOpenerPolicy(opener ->
                        opener.policy(CrossOriginOpenerPolicyHeaderWriter.CrossOriginOpenerPolicy.SAME_ORIGIN))
                .crossOriginResourcePolicy(resource ->
                        resource.policy(CrossOriginResourcePolicyHeaderWriter.CrossOriginResourcePolicy.SAME_ORIGIN))
                .crossOriginEmbedderPolicy(embedder ->
                        embedder.policy(CrossOriginEmbedderPolicyHeaderWriter.CrossOriginEmbedderPolicy.REQUIRE_CORP))
                .httpStrictTransportSecurity(
                        transport -> transport.maxAgeInSeconds(YEAR.toSeconds()).includeSubDomains(true)));
        http.addFilterBefore(hosts, SecurityContextHolderFilter.class);
        http.addFilterAfter(livingSession, SecurityContextHolderFilter.class);
        http.addFilterAfter(pace, LivingSession.class);
        if (providers.getIfAvailable() != null) {
            http.oauth2Login(login -> login.loginPage("/sign-in")
                    .successHandler(vouching.getObject())
                    .failureHandler(vouching.getObject()));
        }
        return http.build();
    }

    /// The cookie of the session: for this host only, not for scripts, not for requests that begin elsewhere. A
    /// provider sends the browser back from
    /// elsewhere, so that with one the cookie must come along then.
    @Bean
    WebServerFactoryCustomizer<ConfigurableServletWebServerFactory> cookies(
            @Value("${shanyraq.oidc.issuer:}") String issuer) {
        return factory -> {
            var session = factory.getSettings().getSession();
            session.setTimeout(IDLE);
            session.setPersistent(false);
            session.setTrackingModes(Set.of(Session.SessionTrackingMode.COOKIE));
            session.getCookie().setName("shanyraq");
            session.getCookie().setPath("/");
            session.getCookie().setHttpOnly(true);
            session.getCookie().setSameSite(issuer.isEmpty() ? SameSite.STRICT : SameSite.LAX);
        };
    }

    /// These filters stand in the chain only.
    @Bean
    FilterRegistrationBean<LivingSession> livingSessionInChain(LivingSession filter) {
        return notByItself(filter);
    }

    @Bean
    FilterRegistrationBean<Pace> paceInChain(Pace filter) {
        return notByItself(filter);
    }

    @Bean
    FilterRegistrationBean<Hosts> hostsInChain(Hosts filter) {
        return notByItself(filter);
    }

    private static <F extends Filter> FilterRegistrationBean<F> notByItself(F filter) {
        var registration = new FilterRegistrationBean<>(filter);
        registration.setEnabled(false);
        return registration;
    }

    /// The gate stands before every page.
    @Bean
    WebMvcConfigurer gateBeforePages(Gate gate) {
        return new WebMvcConfigurer() {
            @Override
            public void addInterceptors(InterceptorRegistry registry) {
                registry.addInterceptor(gate);
            }
        };
    }
}
