internal import Layout

/// What elements and their attributes say of the text in them.
enum HTMLElements {
  /// Elements whose text nobody reads on the page.
  static let unseen: Set<String> = [
    "script", "style", "noscript", "template", "head", "svg", "math", "iframe", "object", "canvas", "audio",
    "video",
    "select", "datalist", "textarea", "applet", "map", "noframes",
  ]
  /// Elements that stand on lines of their own.
  static let blocks: Set<String> = [
    "address", "article", "aside", "blockquote", "body", "caption", "center", "dd", "details", "dialog",
    "div", "dl",
    "dt", "fieldset", "figcaption", "figure", "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6", "header",
    "hgroup", "hr", "html", "legend", "li", "main", "menu", "nav", "ol", "p", "pre", "section", "summary",
    "table",
    "tbody", "td", "tfoot", "th", "thead", "tr", "ul", "frameset", "button", "option", "label", "noembed",
  ]
  static let paragraphs: Set<String> = [
    "p", "li", "h1", "h2", "h3", "h4", "h5", "h6", "blockquote", "dd", "dt", "pre", "figcaption", "td", "th",
  ]
  private static let asides: Set<String> = [
    "nav", "aside", "footer", "form", "button", "menu", "dialog", "label",
  ]

  /// Roles of ARIA that are no part of what a page says.
  private static let asideRoles: Set<String> = [
    "navigation", "banner", "contentinfo", "complementary", "search", "menu", "menubar", "toolbar", "dialog",
    "alertdialog", "form", "tablist",
  ]
  /// Words of classes and identifiers that web designers use for what surrounds the text.
  private static let asideWords: Set<String> = [
    "nav", "navbar", "navigation", "menu", "sidebar", "footer", "breadcrumb", "breadcrumbs", "cookie",
    "cookies",
    "consent", "gdpr", "share", "sharing", "social", "related", "recommended", "newsletter", "subscribe",
    "subscription", "promo", "advert", "advertisement", "ads", "sponsor", "sponsored", "popup", "modal",
    "banner",
    "comments", "comment", "disqus", "pagination", "pager", "toolbar", "skip", "login", "signup", "masthead",
    "widget",
    "trending", "teaser", "teasers", "copyright", "printfooter", "catlinks", "editsection", "toc", "rss",
    "hidden",
    "byline-share", "outbrain", "taboola", "paywall", "ad", "site-header", "page-footer", "navheader",
    "navfooter",
    "related-pages", "sphinxsidebar", "headerlink", "tagcloud", "tags",
  ]

  /// Whether an element says that what is in it is no part of the main text.
  static func isAside(_ name: String, _ attributes: [String: String]) -> Bool {
    if asides.contains(name) { return true }
    if let role = attributes["role"], asideRoles.contains(role.lowercased()) { return true }
    if attributes["aria-hidden"] == "true" || attributes["hidden"] != nil { return true }
    if let style = attributes["style"]?.lowercased().filter({ $0 != " " }), style.contains("display:none") {
      return true
    }
    // The whole page may have a class such as "has-sidebar".
    if ["html", "body", "main", "article", "p", "h1", "h2", "h3"].contains(name) { return false }
    for value in [attributes["class"], attributes["id"]].compactMap({ $0 }) {
      for word in value.lowercased().split(separator: " ") {
        if asideWords.contains(String(word)) { return true }
        let parts = word.split { $0 == "-" || $0 == "_" }.map(String.init)
        // "site-footer", "main_menu": the last part says what it is, and the rest whose.
        if parts.count > 1, let last = parts.last, let first = parts.first,
          asideWords.contains(last)
            || ["nav", "cookie", "share", "social", "related", "newsletter", "ad"].contains(first)
        {
          return true
        }
      }
    }
    return false
  }

  /// The kind of text that an element holds; nil where it says nothing.
  static func kind(_ name: String, _ attributes: [String: String]) -> StretchKind? {
    switch name {
    case "h1", "h2", "h3", "h4", "h5", "h6": return .heading
    case "li", "dd", "dt": return .list
    case "blockquote": return .quotation
    case "figcaption", "caption": return .caption
    case "pre": return .code
    case "address": return .signature
    default: break
    }
    let type = "\(attributes["type"] ?? "") \(attributes["role"] ?? "")"
    if type.contains("footnote") || type.contains("endnote") || type.contains("rearnote") { return .footnote }
    return nil
  }
}
