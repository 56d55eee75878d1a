package kz.shanyraq.office.journeys;

import com.microsoft.playwright.Page;
import java.util.List;

/// Whether a page fits its width, and whether its words are whole.
final class Fit {

    private static final String WIDER = """
            () => {
              const found = []
              const root = document.documentElement
              if (root.scrollWidth > root.clientWidth) found.push('page ' + root.scrollWidth + ' > ' + root.clientWidth)
              for (const e of document.querySelectorAll('body *')) {
                if (e.closest('svg, .ds-sr-only, table, [hidden], select') || !e.checkVisibility()) continue
                const s = getComputedStyle(e)
                if (s.position === 'absolute' && s.clip !== 'auto' || e.clientWidth <= 1) continue
                const hides = s.overflowX === 'hidden' || s.overflowX === 'clip'
                if (hides && s.textOverflow !== 'ellipsis' && e.scrollWidth > e.clientWidth + 1 && e.innerText?.trim()) found.push('cut: ' + e.outerHTML.slice(0, 160))
                const box = e.getBoundingClientRect()
                if (box.right > root.clientWidth + 1 && box.width > 0 && !e.closest('[tabindex="0"], .scroll, .tbl, .table') && s.position !== 'fixed') found.push('beyond ' + Math.round(box.right) + ': ' + e.outerHTML.slice(0, 160))
              }
              return found.slice(0, 5)
            }
            """;

    private static final String LONGER = """
            () => {
              const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
              const nodes = []
              while (walk.nextNode()) nodes.push(walk.currentNode)
              for (const n of nodes) {
                if (n.parentElement.closest('script, style, svg, option')) continue
                n.data = n.data.replace(/\\p{L}{4,}/gu, w => w + 'әқ'.repeat(9).slice(0, Math.ceil(w.length * 0.4)))
              }
            }
            """;

    private static final String STRAY = """
            () => (document.body.innerText + ' ' + document.title).match(/\\?\\?[\\w.-]*|\\b(?:access|registry|monitoring|page|intake)\\.[a-z_.-]{3,}|\\btegn\\b|\\{\\d\\}|\\bnull\\b|undefined/g) ?? []
            """;

    @SuppressWarnings("unchecked")
    static List<String> tooWide(Page page) {
        return (List<String>) page.evaluate(WIDER);
    }

    @SuppressWarnings("unchecked")
    static List<String> strayWords(Page page) {
        return (List<String>) page.evaluate(STRAY);
    }

    /// Makes every word two fifths longer, as another language might.
    static void lengthen(Page page) {
        page.evaluate(LONGER);
    }

    private Fit() {}
}
