/*
 * Words of English news pages that are not the report. Own lists, from the look of news sites and of the text that
 * common extractors leave. All lower case, apostrophes straight, without marks at the ends.
 */

/** Whole lines. */
export const FURNITURE_LINES: ReadonlySet<string> = new Set(
  `advertisement|advertisement advertisement|advert|ad|advertising|article continues below|story continues below|story continued below|story continues|article continues after ad|continue reading
|continue reading the main story|continue reading below|story continues below advertisement|article continues below advertisement
|scroll to continue|scroll to continue with content|skip advertisement|skip to main content|skip to content|skip past newsletter promotion|after newsletter promotion
|loading|loading...|please wait|print|print this page|print article|email|email this|e-mail|share|share this|share this article|share this story|share this page
|share article|share story|share on facebook|share on twitter|share on x|share on whatsapp|share on linkedin|share via email|copy link|link copied|copied|share with your friends|share to facebook|share to twitter|save|save article|bookmark|listen
|listen to this article|listen to article|listen to this story|facebook|twitter|whatsapp|linkedin|telegram|pinterest|reddit|instagram|tweet|pin it|gift this article|give this article
|subscribe|subscribe now|sign up|sign in|log in|login|register|sign up now|sign up here|newsletter|newsletters|get the app|download the app|download our app
|view comments|show comments|leave a comment|leave a reply|post a comment|add a comment|join the conversation|comment|write a comment|comments are closed
|back to top|top|next article|previous article|next|previous|prev|read more|read full story|read the full story|see more|show more|load more|view more|click here|find out more|learn more|watch now
|view gallery|view all|see all|close|menu|search|home|toggle navigation|show caption|hide caption|enlarge image|enlarge this image|toggle caption|view image in fullscreen|scroll down for video|scroll down for more|video added|photo added|photos added|audio added|transcript added|link added|links added
|all rights reserved|sponsored|sponsored content|promoted|paid content|thank you for subscribing|thanks for signing up|follow us|contact us|about us|report a typo|report an error
|analysis/opinion|opinion contributor|editor's note|newsletter sign-up|this story has been updated|this article has been updated|this post has been updated|please let us know if you're having issues with commenting|this is a developing story|your browser does not support the video tag|javascript is disabled|this video can not be played|video can not be played|this video cannot be played
|urgent|urgent poll|add as preferred source on google|make us preferred on google`.split(/\s*\|\s*/),
);

/** Whole lines under which only links to other reports stand, up to the next sentence. */
export const LINK_HEADINGS: ReadonlySet<string> = new Set(
  `comments|related|related articles|related stories|related story|related news|related content|related topics|related links|related coverage|related reading|more on this story
|more on this|more from this section|more stories|more news|more like this|more to explore|most read|most popular|most viewed|most shared|popular|popular stories|trending|trending now|trending stories
|recommended|recommended for you|recommended stories|recommended reading|you may also like|you might also like|you may like|also in the news|in other news|latest|latest news|latest stories
|top stories|top news|editor's picks|editors' picks|don't miss|must read|must reads|read next|up next|what to read next|next up|around the web|from around the web|from our partners
|explore more|explore more on these topics|topics|tags|filed under|read also|also read|see also|further reading|in this article|on this page|read more on`.split(
    /\s*\|\s*/,
  ),
);

/** Beginnings of a line that is furniture where it is no longer than a link or a notice. */
export const FURNITURE_STARTS: readonly string[] =
  `advertisement continue|slideshow (|special coverage:|full coverage:|share this:|contributing:|read more:|read more about|read more on|read also:|also read:|read:|see also:|see more:|related:|related story:|related article:|related news:|more:|more on this:|watch:|watch live:|listen:|don't miss:
|story code:|article id:|story id:|article code:|news id:|news code:|short link:|shortlink:|short url:|permalink:|tags:|topics:|keywords:|filed under:|filed in:|categories:|category:|labels:|source url:
|sign up for|sign up to|sign up here|subscribe to|subscribe for|subscribe now|follow us on|follow us at|follow @|send letters to|send tips to|send a tip to|contact us at|click to get|click for more|next image|prev image|the opinions expressed by columnists|the opinions expressed in this|the views expressed are|the views expressed in this|this is a rush transcript|like us on|join us on|join our|click here to|click here for|tap here to|download our|download the app|get our|get the latest
|information from:|copyright ©|copyright (c)|copyright 20|copyright 19|©|all rights reserved|this material may not be published|unauthorized reproduction|our standards:|please let us know if you|share this article|share this story|share on facebook|share on twitter|email this article
|most recent update:|latest update:|last update:|last updated:|we most recently updated this|we last updated this|we've updated this post|we've updated this story|we'll update this post|we'll update this story|this article was amended on|this article was updated|this article has been updated|this story was updated|this story has been updated|this story is being updated|this post was updated|this post was last updated|this post has been updated|this report was updated|this report has been updated|this piece was updated|this piece has been updated|this story has been shared|got a tip|have a tip|do you have a story|got a story|send us your|contact the author|to comment on this story|comments are closed|comments are moderated|view comments|leave a comment
|for more stories like this|for all the latest|for the latest news|stay up to date with|stay informed|support independent journalism|you must be logged in|you can unsubscribe|by signing up|by subscribing|enter your email
|this site uses cookies|we use cookies|click to share|click to email|click to print|this article is more than|your browser does not|your browser is|please enable javascript|enable javascript|recommended by|sponsored by|promoted by|skip to `.split(
    /\s*\|\s*/,
  );

/** Words in capitals in front of a dash or colon that are labels and no places. */
export const LABELS: ReadonlySet<string> = new Set(
  "file|final|watch|video|photos|update|updated|breaking|breaking news|exclusive|analysis|opinion|comment|editorial|review|poll|live|note|editor's note|correction|fact check|warning|q|a|nato|who|un|eu".split(
    "|",
  ),
);

/** What a notice asks its reader to do, anywhere in it. */
export const NOTICE_VERBS: readonly string[] =
  "sign up|subscribe|subscribing|delivered|get our|get the|join our|follow us|send an email|register".split("|");

/** What it asks it for. */
export const NOTICE_OBJECTS: readonly string[] =
  "newsletter|inbox|email alerts|e-mail alerts|news alerts|app store|google play|push notifications|free trial|your letterbox|whatsapp channel|telegram channel".split(
    "|",
  );

/** What stands in a notice and nowhere in a report, unless it quotes. */
export const NOTICE_PHRASES: readonly string[] =
  "click here|clicking here|click these links|hit your refresh button|refresh this page|refresh your page|tap here|tapping here|read more here|watch below|replay more videos".split(
    "|",
  );

/** What stands in the form of a newsletter, or in another long notice. Two of them tell one, as a report may have either. */
export const FORM_PHRASES: readonly string[] =
  "npr transcripts are created on a rush deadline|authoritative record of npr|newsletter sign up|email sign up|sign up loading|sign up now|you're not a robot|invalid email address|enter a valid email address|please re-enter|you must select a newsletter|you will receive emails|opt-out at any time|opt out at any time|unsubscribe at any time|unsubscribe from email|check your spam folder|by signing up you agree|by signing up, you agree|by signing up you are agreeing|you agree to receive|thank you for subscribing|thanks for signing up|please try again later|protected by recaptcha|privacy policy and terms|terms of use and privacy policy|choose your country|manage your newsletter subscriptions|straight to your inbox|view all new york times newsletters".split(
    "|",
  );

/** Labels of links that stand in brackets on a line of their own, behind which a colon follows. */
export const LINK_LABELS: readonly string[] =
  "also|also on|see also|related|read|read more|more|watch|photo|photos|picture|pictures|gallery|video|videos|audio|podcast|cartoons|timeline|graphic|graphics|transcript|document|poll|quiz".split(
    "|",
  );

/** Ends of a line that says who else worked on a report. */
export const CREDIT_ENDS: readonly string[] =
  "contributed to this report|contributed to this story|contributed to this article|contributed reporting|contributed to the reporting|based in part on wire service reports|based in part on wire service dispatches|based in part on wire reports|compiled from wire reports|compiled from wire service reports".split(
    "|",
  );

/** Beginnings of a caption or of a picture's credit. */
export const CAPTION_STARTS: readonly string[] =
  "photo:|photos:|photo by|photo credit|photograph:|photograph by|picture:|pictures:|image:|images:|image source|image caption|image credit|image copyright|media caption|file photo|file picture|file image|file -|file –|file —|credit:|caption:|illustration:|illustration by|video:|getty images|enlarge this image|toggle caption|previous next".split(
    "|",
  );

/** Words that give away a picture's credit at the end of a caption, before or after a slash. */
export const PICTURE_AGENCIES: ReadonlySet<string> = new Set(
  "getty images|getty|afp|reuters|ap|ap photo|epa|epa-efe|shutterstock|rex|alamy|pa|pa wire|bloomberg|istock|unsplash|tass|xinhua|anadolu|anadolu agency|zuma|nurphoto|landov|afp via getty images".split(
    "|",
  ),
);
