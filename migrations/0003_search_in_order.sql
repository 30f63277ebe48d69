-- Search at a million: what is asked of an index is read from it in order, and cheap where it cannot be.
--
-- A number has four signs of the private planes, as in src/search/figure-tokens.ts: how many digits it has, and the
-- first, the first two and the first three of them. So a search from 10,000 to 11,000 followers meets hardly any
-- others.
--
-- Whatever else is filtered by is one such sign too, which says what of what, as in src/search/tokens.ts: from
-- 1069056 the availability, 1069120 the platform, 1069264 the rating in tenths, 1069344 the category, 1069568 the
-- niche, 1070848 the country, 1071616 the language. A key counts as where it begins in the list of all, to whose end
-- new ones come; a code as its two letters. Category and platform, and category and country, are one word together.
-- No index of beginnings holds what is a single sign, and the forms leave such signs out of what is written.
--
-- Words of names stand in the index of the first order once more, after U+E001: what is called so comes before what
-- only mentions it, and the few that are called so are found without looking at the many that mention it.
--
-- Of a beginning longer than three letters FTS5 first puts together all rows that have any of its words. In an index
-- that knows of columns (detail) it does so in a sixth of the time.
DROP INDEX `campaigns_public_by_category`;
--> statement-breakpoint
ALTER TABLE `saved_searches` ADD `criteria` text;
--> statement-breakpoint
UPDATE OR REPLACE `saved_searches` SET criteria = query ->> '$.criteria', query = query ->> '$.address';
--> statement-breakpoint
DROP TRIGGER `influencer_is_not_found`;
--> statement-breakpoint
DROP TRIGGER `campaign_is_not_found`;
--> statement-breakpoint
DELETE FROM `influencer_ranks`;
--> statement-breakpoint
DELETE FROM `campaign_ranks`;
--> statement-breakpoint
DROP TRIGGER `influencer_is_found`;
--> statement-breakpoint
DROP TRIGGER `campaign_is_found`;
--> statement-breakpoint
DROP TABLE `influencers_by_reach`;
--> statement-breakpoint
DROP TABLE `influencers_by_followers`;
--> statement-breakpoint
DROP TABLE `influencers_by_engagement`;
--> statement-breakpoint
DROP TABLE `influencers_by_rating`;
--> statement-breakpoint
DROP TABLE `influencers_by_price`;
--> statement-breakpoint
DROP TABLE `influencers_by_newest`;
--> statement-breakpoint
DROP TABLE `campaigns_by_newest`;
--> statement-breakpoint
DROP TABLE `campaigns_by_budget`;
--> statement-breakpoint
DROP TABLE `campaigns_by_ending`;
--> statement-breakpoint
DROP VIEW `influencer_documents`;
--> statement-breakpoint
DROP VIEW `campaign_documents`;
--> statement-breakpoint
CREATE VIEW `influencer_documents` AS
SELECT
  influencers.user_id AS id,
  (17179869183 - min(reach, 17179869183)) * 268435456 + influencers.user_id AS by_reach,
  (17179869183 - min(followers, 17179869183)) * 268435456 + influencers.user_id AS by_followers,
  (17179869183 - min(engagement, 17179869183)) * 268435456 + influencers.user_id AS by_engagement,
  (17179869183 - cast(round(coalesce(rating, 0) * 1000) AS integer) * 1000 - min(rating_count, 999)) * 268435456 + influencers.user_id AS by_rating,
  min(coalesce(lowest_price, 17179869183), 17179869183) * 268435456 + influencers.user_id AS by_price,
  (17179869183 - min(created_at / 1000, 17179869183)) * 268435456 + influencers.user_id AS by_newest,
  replace(replace(called, char(57344), ' '), char(57345), ' ') AS names,
  replace(' ' || replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(called, char(57344), ' '), char(57345), ' '), '.', ' '), '-', ' '), '_', ' '), '@', ' '), '''', ' '), '’', ' '), '&', ' '), '/', ' '), ',', ' '), '(', ' '), ')', ' '), ' ', ' ' || char(57345)) AS marked_names,
  replace(replace(bio, char(57344), ' '), char(57345), ' ') || ' ' || coalesce(taxonomy_words.words, '') AS texts,
  char(
    1069344 + instr(' beauty fashion food fitness health travel outdoors technology gaming home family business ', ' ' || influencers.category || ' '),
    32, 1069568 + instr(' skincare makeup hair fragrance nails streetwear sustainable_fashion luxury vintage shoes accessories recipes baking vegan restaurants coffee wine strength running yoga cycling team_sports trail_running nutrition mental_health sleep women_health slow_travel city_breaks budget_travel luxury_travel van_life hiking climbing camping fishing winter_sports gadgets software smart_home photography ai cars console pc mobile_games esports board_games interior diy gardening cleaning pets parenting babies toys education personal_finance investing careers small_business marketing ', ' ' || influencers.niche || ' '),
    32, 1070848 + 26 * (unicode(country) - 65) + unicode(substr(country, 2)) - 65,
    32, 1069344 + instr(' beauty fashion food fitness health travel outdoors technology gaming home family business ', ' ' || influencers.category || ' '), 1070848 + 26 * (unicode(country) - 65) + unicode(substr(country, 2)) - 65,
    32, 1069056 + instr(' open limited closed ', ' ' || availability || ' '),
    32, 983040 + 1111 * length(followers), 32, 983040 + 1111 * length(followers) + 1 + substr(followers || '00', 1, 3) / 100, 32, 983040 + 1111 * length(followers) + 11 + substr(followers || '00', 1, 3) / 10, 32, 983040 + 1111 * length(followers) + 111 + substr(followers || '00', 1, 3),
    32, 1003040 + 1111 * length(reach), 32, 1003040 + 1111 * length(reach) + 1 + substr(reach || '00', 1, 3) / 100, 32, 1003040 + 1111 * length(reach) + 11 + substr(reach || '00', 1, 3) / 10, 32, 1003040 + 1111 * length(reach) + 111 + substr(reach || '00', 1, 3),
    32, 1023040 + 1111 * length(engagement), 32, 1023040 + 1111 * length(engagement) + 1 + substr(engagement || '00', 1, 3) / 100, 32, 1023040 + 1111 * length(engagement) + 11 + substr(engagement || '00', 1, 3) / 10, 32, 1023040 + 1111 * length(engagement) + 111 + substr(engagement || '00', 1, 3)
  )
    || iif(lowest_price IS NULL, '', char(32, 1048576 + 1111 * length(lowest_price), 32, 1048576 + 1111 * length(lowest_price) + 1 + substr(lowest_price || '00', 1, 3) / 100, 32, 1048576 + 1111 * length(lowest_price) + 11 + substr(lowest_price || '00', 1, 3) / 10, 32, 1048576 + 1111 * length(lowest_price) + 111 + substr(lowest_price || '00', 1, 3)))
    || iif(rating IS NULL, '', char(32, 1069264 + cast(rating * 10 + 0.000001 AS integer)))
    || coalesce((SELECT group_concat(char(32, 1069120 + instr(' instagram youtube tiktok x twitch linkedin podcast blog ', ' ' || platform || ' '), 32, 1069344 + instr(' beauty fashion food fitness health travel outdoors technology gaming home family business ', ' ' || influencers.category || ' '), 1069120 + instr(' instagram youtube tiktok x twitch linkedin podcast blog ', ' ' || platform || ' ')), '') FROM channels WHERE influencer_id = influencers.user_id), '')
    || coalesce((SELECT group_concat(char(32, 1071616 + 26 * (unicode(value) - 97) + unicode(substr(value, 2)) - 97), '') FROM json_each(languages)), '') AS facets
FROM (
  SELECT influencers.*, cast(round(engagement_rate * 1000000) AS integer) AS engagement, status, display_name || ' ' || username || ' ' || coalesce((SELECT group_concat(handle) FROM channels WHERE influencer_id = user_id), '') AS called, created_at
  FROM influencers JOIN users ON users.id = user_id
) AS influencers
LEFT JOIN taxonomy_words ON taxonomy_words.category = influencers.category AND taxonomy_words.niche = influencers.niche
WHERE status = 'active' AND flagged_at IS NULL;
--> statement-breakpoint
CREATE VIEW `campaign_documents` AS
SELECT
  campaigns.id AS id,
  campaigns.sponsor_id AS sponsor_id,
  (17179869183 - min(coalesce(published_at, 0) / 1000, 17179869183)) * 268435456 + campaigns.id AS by_newest,
  (17179869183 - min(budget, 17179869183)) * 268435456 + campaigns.id AS by_budget,
  min(coalesce(ends_at / 1000, 17179869183), 17179869183) * 268435456 + campaigns.id AS by_ending,
  replace(replace(campaigns.name || ' ' || company_name, char(57344), ' '), char(57345), ' ') AS names,
  replace(' ' || replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace((campaigns.name || ' ' || company_name), char(57344), ' '), char(57345), ' '), '.', ' '), '-', ' '), '_', ' '), '@', ' '), '''', ' '), '’', ' '), '&', ' '), '/', ' '), ',', ' '), '(', ' '), ')', ' '), ' ', ' ' || char(57345)) AS marked_names,
  replace(replace(brief || ' ' || coalesce((SELECT group_concat(text, ' ') FROM campaign_goals WHERE campaign_id = campaigns.id), ''), char(57344), ' '), char(57345), ' ')
    || ' ' || coalesce(taxonomy_words.words, '') AS texts,
  iif(campaigns.category IS NULL, '', char(32, 1069344 + instr(' beauty fashion food fitness health travel outdoors technology gaming home family business ', ' ' || campaigns.category || ' ')))
    || iif(campaigns.niche IS NULL, '', char(32, 1069568 + instr(' skincare makeup hair fragrance nails streetwear sustainable_fashion luxury vintage shoes accessories recipes baking vegan restaurants coffee wine strength running yoga cycling team_sports trail_running nutrition mental_health sleep women_health slow_travel city_breaks budget_travel luxury_travel van_life hiking climbing camping fishing winter_sports gadgets software smart_home photography ai cars console pc mobile_games esports board_games interior diy gardening cleaning pets parenting babies toys education personal_finance investing careers small_business marketing ', ' ' || campaigns.niche || ' ')))
    || coalesce((SELECT group_concat(char(32, 1069120 + instr(' instagram youtube tiktok x twitch linkedin podcast blog ', ' ' || value || ' ')), '') FROM json_each(platforms)), '')
    || (SELECT group_concat(' ' || char(57344) || 'd' || substr(printf('%02d', length(budget)) || budget || '0', 1, value), '') FROM json_each('[2, 3, 4]'))
    || coalesce((SELECT group_concat(' ' || char(57344) || 'b' || substr(replace(start_date, '-', ''), 1, value), '') FROM json_each('[3, 4, 6, 7, 8]')), '')
    || coalesce((SELECT group_concat(' ' || char(57344) || 'u' || substr(replace(end_date, '-', ''), 1, value), '') FROM json_each('[3, 4, 6, 7, 8]')), '') AS facets
FROM campaigns
JOIN users ON users.id = campaigns.sponsor_id
JOIN sponsors ON sponsors.user_id = campaigns.sponsor_id
LEFT JOIN taxonomy_words ON taxonomy_words.category = campaigns.category AND taxonomy_words.niche = coalesce(campaigns.niche, '')
WHERE campaigns.state = 'active' AND campaigns.visibility = 'public' AND campaigns.flagged_at IS NULL AND users.status = 'active';
--> statement-breakpoint
CREATE VIRTUAL TABLE `influencers_by_reach` USING fts5 (names, marked_names, texts, facets, content = '', contentless_delete = 1, detail = column, prefix = '2 3', tokenize = "unicode61 remove_diacritics 2 categories 'L* M* N* Co'");
--> statement-breakpoint
CREATE VIRTUAL TABLE `influencers_by_followers` USING fts5 (names, texts, facets, content = '', contentless_delete = 1, detail = column, prefix = '2 3', tokenize = "unicode61 remove_diacritics 2 categories 'L* M* N* Co'");
--> statement-breakpoint
CREATE VIRTUAL TABLE `influencers_by_engagement` USING fts5 (names, texts, facets, content = '', contentless_delete = 1, detail = column, prefix = '2 3', tokenize = "unicode61 remove_diacritics 2 categories 'L* M* N* Co'");
--> statement-breakpoint
CREATE VIRTUAL TABLE `influencers_by_rating` USING fts5 (names, texts, facets, content = '', contentless_delete = 1, detail = column, prefix = '2 3', tokenize = "unicode61 remove_diacritics 2 categories 'L* M* N* Co'");
--> statement-breakpoint
CREATE VIRTUAL TABLE `influencers_by_price` USING fts5 (names, texts, facets, content = '', contentless_delete = 1, detail = column, prefix = '2 3', tokenize = "unicode61 remove_diacritics 2 categories 'L* M* N* Co'");
--> statement-breakpoint
CREATE VIRTUAL TABLE `influencers_by_newest` USING fts5 (names, texts, facets, content = '', contentless_delete = 1, detail = column, prefix = '2 3', tokenize = "unicode61 remove_diacritics 2 categories 'L* M* N* Co'");
--> statement-breakpoint
CREATE VIRTUAL TABLE `campaigns_by_newest` USING fts5 (names, marked_names, texts, facets, content = '', contentless_delete = 1, detail = column, prefix = '2 3', tokenize = "unicode61 remove_diacritics 2 categories 'L* M* N* Co'");
--> statement-breakpoint
CREATE VIRTUAL TABLE `campaigns_by_budget` USING fts5 (names, texts, facets, content = '', contentless_delete = 1, detail = column, prefix = '2 3', tokenize = "unicode61 remove_diacritics 2 categories 'L* M* N* Co'");
--> statement-breakpoint
CREATE VIRTUAL TABLE `campaigns_by_ending` USING fts5 (names, texts, facets, content = '', contentless_delete = 1, detail = column, prefix = '2 3', tokenize = "unicode61 remove_diacritics 2 categories 'L* M* N* Co'");
--> statement-breakpoint
CREATE TRIGGER `influencer_is_found` AFTER INSERT ON `influencer_ranks`
BEGIN
  INSERT INTO influencers_by_reach (rowid, names, marked_names, texts, facets) SELECT by_reach, names, marked_names, texts, facets FROM influencer_documents WHERE id = new.influencer_id;
  INSERT INTO influencers_by_followers (rowid, names, texts, facets) SELECT by_followers, names, texts, facets FROM influencer_documents WHERE id = new.influencer_id;
  INSERT INTO influencers_by_engagement (rowid, names, texts, facets) SELECT by_engagement, names, texts, facets FROM influencer_documents WHERE id = new.influencer_id;
  INSERT INTO influencers_by_rating (rowid, names, texts, facets) SELECT by_rating, names, texts, facets FROM influencer_documents WHERE id = new.influencer_id;
  INSERT INTO influencers_by_price (rowid, names, texts, facets) SELECT by_price, names, texts, facets FROM influencer_documents WHERE id = new.influencer_id;
  INSERT INTO influencers_by_newest (rowid, names, texts, facets) SELECT by_newest, names, texts, facets FROM influencer_documents WHERE id = new.influencer_id;
END;
--> statement-breakpoint
CREATE TRIGGER `influencer_is_not_found` AFTER DELETE ON `influencer_ranks`
BEGIN
  DELETE FROM influencers_by_reach WHERE rowid = old.by_reach;
  DELETE FROM influencers_by_followers WHERE rowid = old.by_followers;
  DELETE FROM influencers_by_engagement WHERE rowid = old.by_engagement;
  DELETE FROM influencers_by_rating WHERE rowid = old.by_rating;
  DELETE FROM influencers_by_price WHERE rowid = old.by_price;
  DELETE FROM influencers_by_newest WHERE rowid = old.by_newest;
END;
--> statement-breakpoint
CREATE TRIGGER `campaign_is_found` AFTER INSERT ON `campaign_ranks`
BEGIN
  INSERT INTO campaigns_by_newest (rowid, names, marked_names, texts, facets) SELECT by_newest, names, marked_names, texts, facets FROM campaign_documents WHERE id = new.campaign_id;
  INSERT INTO campaigns_by_budget (rowid, names, texts, facets) SELECT by_budget, names, texts, facets FROM campaign_documents WHERE id = new.campaign_id;
  INSERT INTO campaigns_by_ending (rowid, names, texts, facets) SELECT by_ending, names, texts, facets FROM campaign_documents WHERE id = new.campaign_id;
END;
--> statement-breakpoint
CREATE TRIGGER `campaign_is_not_found` AFTER DELETE ON `campaign_ranks`
BEGIN
  DELETE FROM campaigns_by_newest WHERE rowid = old.by_newest;
  DELETE FROM campaigns_by_budget WHERE rowid = old.by_budget;
  DELETE FROM campaigns_by_ending WHERE rowid = old.by_ending;
END;
--> statement-breakpoint
INSERT INTO `influencer_ranks` (influencer_id, by_reach, by_followers, by_engagement, by_rating, by_price, by_newest) SELECT id, by_reach, by_followers, by_engagement, by_rating, by_price, by_newest FROM influencer_documents;
--> statement-breakpoint
INSERT INTO `campaign_ranks` (campaign_id, by_newest, by_budget, by_ending) SELECT id, by_newest, by_budget, by_ending FROM campaign_documents;
