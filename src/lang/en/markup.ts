/*
 * Words in the class names and ids of news pages, lower case, parted at hyphens, underscores and capitals. Own lists, from
 * common page builders. Class names are English whatever the language of the page.
 */

/** Of what is no part of the report. */
export const FURNITURE_CLASSES: ReadonlySet<string> = new Set(
  `nav navigation topnav menu submenu breadcrumb breadcrumbs toolbar sidebar rail newsletter newsletters signup subscribe subscription
  paywall related recommended recommendations recirc readmore promo promos promotion teaser trending popular share sharing shares social
  socials advert advertisement advertising ad ads adslot sponsor sponsored outbrain taboola disqus comment comments copyright cookie cookies
  bio tags taglist topics pagination pager modal popup tooltip overlay toast login gigya donate donation widget poll print disclaimer hidden`.split(
    /\s+/,
  ),
);

/** Of captions and credits of pictures. */
export const CAPTION_CLASSES: ReadonlySet<string> = new Set(
  "caption captions figcaption cutline credit credits".split(" "),
);

/** Of who wrote the report, and of when. */
export const BYLINE_CLASSES: ReadonlySet<string> = new Set(
  "byline bylines author authors dateline timestamp datetime pubdate contributor contributors".split(" "),
);
