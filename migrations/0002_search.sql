-- Search: one full-text index for each order that results come in. A row's id in an index is its place in that
-- order, so that a search reads one index from where the page before ended, and stops after a page.
--
--   place = (17179869183 - value) * 268435456 + id        the greatest value first
--   place = value * 268435456 + id                       the smallest first
--
-- Values are cut at 17179869183 (2^34 - 1), ids at 268435456 (2^28). Besides words the indexes hold tokens for
-- everything that can be filtered by. They begin with U+E000, which nobody types: char(57344) below. The letter
-- after it says what the token is about, as in src/search/tokens.ts. Texts that people write are freed of it.
CREATE VIEW `influencer_documents` AS
SELECT
  influencers.user_id AS id,
  (17179869183 - min(reach, 17179869183)) * 268435456 + influencers.user_id AS by_reach,
  (17179869183 - min(followers, 17179869183)) * 268435456 + influencers.user_id AS by_followers,
  (17179869183 - min(cast(round(engagement_rate * 1000000) AS integer), 17179869183)) * 268435456 + influencers.user_id AS by_engagement,
  (17179869183 - cast(round(coalesce(rating, 0) * 1000) AS integer) * 1000 - min(rating_count, 999)) * 268435456 + influencers.user_id AS by_rating,
  min(coalesce(lowest_price, 17179869183), 17179869183) * 268435456 + influencers.user_id AS by_price,
  (17179869183 - min(users.created_at / 1000, 17179869183)) * 268435456 + influencers.user_id AS by_newest,
  replace(display_name || ' ' || username || ' ' || coalesce((SELECT group_concat(handle, ' ') FROM channels WHERE influencer_id = influencers.user_id), ''), char(57344), ' ') AS names,
  replace(bio, char(57344), ' ') || ' ' || coalesce(taxonomy_words.words, '') AS texts,
  char(57344) || 'c' || influencers.category
    || ' ' || char(57344) || 'n' || replace(influencers.niche, '_', '')
    || ' ' || char(57344) || 'o' || country
    || ' ' || char(57344) || 'a' || availability
    || ' ' || char(57344) || 'f' || (2 * length(followers) + (substr(followers, 1, 1) >= '3'))
    || ' ' || char(57344) || 'r' || (2 * length(reach) + (substr(reach, 1, 1) >= '3'))
    || ' ' || char(57344) || 'e' || (2 * length(cast(round(engagement_rate * 1000000) AS integer)) + (substr(cast(round(engagement_rate * 1000000) AS integer), 1, 1) >= '3'))
    || coalesce(' ' || char(57344) || 'm' || (2 * length(lowest_price) + (substr(lowest_price, 1, 1) >= '3')), '')
    || coalesce(' ' || char(57344) || 's' || cast(rating * 10 + 0.000001 AS integer), '')
    || coalesce((SELECT group_concat(' ' || char(57344) || 'p' || platform, '') FROM channels WHERE influencer_id = influencers.user_id), '')
    || coalesce((SELECT group_concat(' ' || char(57344) || 'g' || value, '') FROM json_each(languages)), '') AS facets
FROM influencers
JOIN users ON users.id = influencers.user_id
LEFT JOIN taxonomy_words ON taxonomy_words.category = influencers.category AND taxonomy_words.niche = influencers.niche
WHERE users.status = 'active' AND influencers.flagged_at IS NULL;
--> statement-breakpoint
CREATE VIEW `campaign_documents` AS
SELECT
  campaigns.id AS id,
  campaigns.sponsor_id AS sponsor_id,
  (17179869183 - min(coalesce(published_at, 0) / 1000, 17179869183)) * 268435456 + campaigns.id AS by_newest,
  (17179869183 - min(budget, 17179869183)) * 268435456 + campaigns.id AS by_budget,
  min(coalesce(ends_at / 1000, 17179869183), 17179869183) * 268435456 + campaigns.id AS by_ending,
  replace(campaigns.name || ' ' || company_name, char(57344), ' ') AS names,
  replace(brief || ' ' || coalesce((SELECT group_concat(text, ' ') FROM campaign_goals WHERE campaign_id = campaigns.id), ''), char(57344), ' ')
    || ' ' || coalesce(taxonomy_words.words, '') AS texts,
  coalesce(' ' || char(57344) || 'c' || campaigns.category, '')
    || coalesce(' ' || char(57344) || 'n' || replace(campaigns.niche, '_', ''), '')
    || coalesce((SELECT group_concat(' ' || char(57344) || 'p' || value, '') FROM json_each(platforms)), '')
    || (SELECT group_concat(' ' || char(57344) || 'd' || substr(printf('%02d', length(budget)) || budget || '0', 1, value), '') FROM json_each('[2, 3, 4]'))
    || coalesce((SELECT group_concat(' ' || char(57344) || 'b' || substr(replace(start_date, '-', ''), 1, value), '') FROM json_each('[3, 4, 6, 7, 8]')), '')
    || coalesce((SELECT group_concat(' ' || char(57344) || 'u' || substr(replace(end_date, '-', ''), 1, value), '') FROM json_each('[3, 4, 6, 7, 8]')), '') AS facets
FROM campaigns
JOIN users ON users.id = campaigns.sponsor_id
JOIN sponsors ON sponsors.user_id = campaigns.sponsor_id
LEFT JOIN taxonomy_words ON taxonomy_words.category = campaigns.category AND taxonomy_words.niche = coalesce(campaigns.niche, '')
WHERE campaigns.state = 'active' AND campaigns.visibility = 'public' AND campaigns.flagged_at IS NULL AND users.status = 'active';
--> statement-breakpoint
-- The one that knows which column a word stands in: what is called so comes before what mentions it.
CREATE VIRTUAL TABLE `influencers_by_reach` USING fts5 (names, texts, facets, content = '', contentless_delete = 1, detail = column, prefix = '2 3', tokenize = "unicode61 remove_diacritics 2 categories 'L* M* N* Co'");
--> statement-breakpoint
CREATE VIRTUAL TABLE `influencers_by_followers` USING fts5 (names, texts, facets, content = '', contentless_delete = 1, detail = none, prefix = '2 3', tokenize = "unicode61 remove_diacritics 2 categories 'L* M* N* Co'");
--> statement-breakpoint
CREATE VIRTUAL TABLE `influencers_by_engagement` USING fts5 (names, texts, facets, content = '', contentless_delete = 1, detail = none, prefix = '2 3', tokenize = "unicode61 remove_diacritics 2 categories 'L* M* N* Co'");
--> statement-breakpoint
CREATE VIRTUAL TABLE `influencers_by_rating` USING fts5 (names, texts, facets, content = '', contentless_delete = 1, detail = none, prefix = '2 3', tokenize = "unicode61 remove_diacritics 2 categories 'L* M* N* Co'");
--> statement-breakpoint
CREATE VIRTUAL TABLE `influencers_by_price` USING fts5 (names, texts, facets, content = '', contentless_delete = 1, detail = none, prefix = '2 3', tokenize = "unicode61 remove_diacritics 2 categories 'L* M* N* Co'");
--> statement-breakpoint
CREATE VIRTUAL TABLE `influencers_by_newest` USING fts5 (names, texts, facets, content = '', contentless_delete = 1, detail = none, prefix = '2 3', tokenize = "unicode61 remove_diacritics 2 categories 'L* M* N* Co'");
--> statement-breakpoint
CREATE TRIGGER `influencer_is_found` AFTER INSERT ON `influencer_ranks`
BEGIN
  INSERT INTO influencers_by_reach (rowid, names, texts, facets) SELECT by_reach, names, texts, facets FROM influencer_documents WHERE id = new.influencer_id;
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
-- The one that knows which column a word stands in: what is called so comes before what mentions it.
CREATE VIRTUAL TABLE `campaigns_by_newest` USING fts5 (names, texts, facets, content = '', contentless_delete = 1, detail = column, prefix = '2 3', tokenize = "unicode61 remove_diacritics 2 categories 'L* M* N* Co'");
--> statement-breakpoint
CREATE VIRTUAL TABLE `campaigns_by_budget` USING fts5 (names, texts, facets, content = '', contentless_delete = 1, detail = none, prefix = '2 3', tokenize = "unicode61 remove_diacritics 2 categories 'L* M* N* Co'");
--> statement-breakpoint
CREATE VIRTUAL TABLE `campaigns_by_ending` USING fts5 (names, texts, facets, content = '', contentless_delete = 1, detail = none, prefix = '2 3', tokenize = "unicode61 remove_diacritics 2 categories 'L* M* N* Co'");
--> statement-breakpoint
CREATE TRIGGER `campaign_is_found` AFTER INSERT ON `campaign_ranks`
BEGIN
  INSERT INTO campaigns_by_newest (rowid, names, texts, facets) SELECT by_newest, names, texts, facets FROM campaign_documents WHERE id = new.campaign_id;
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
CREATE TRIGGER `influencer_is_new` AFTER INSERT ON `influencers`
BEGIN
  DELETE FROM influencer_ranks WHERE influencer_id = new.user_id;
  INSERT INTO influencer_ranks (influencer_id, by_reach, by_followers, by_engagement, by_rating, by_price, by_newest) SELECT id, by_reach, by_followers, by_engagement, by_rating, by_price, by_newest FROM influencer_documents WHERE id = new.user_id;
END;
--> statement-breakpoint
CREATE TRIGGER `influencer_has_changed` AFTER UPDATE OF category, niche, bio, country, languages, availability, followers, reach, engagement_rate, lowest_price, rating, rating_count, flagged_at ON `influencers`
BEGIN
  DELETE FROM influencer_ranks WHERE influencer_id = new.user_id;
  INSERT INTO influencer_ranks (influencer_id, by_reach, by_followers, by_engagement, by_rating, by_price, by_newest) SELECT id, by_reach, by_followers, by_engagement, by_rating, by_price, by_newest FROM influencer_documents WHERE id = new.user_id;
END;
--> statement-breakpoint
CREATE TRIGGER `influencer_account_has_changed` AFTER UPDATE OF display_name, username, status, created_at ON `users` WHEN new.role = 'influencer'
BEGIN
  DELETE FROM influencer_ranks WHERE influencer_id = new.id;
  INSERT INTO influencer_ranks (influencer_id, by_reach, by_followers, by_engagement, by_rating, by_price, by_newest) SELECT id, by_reach, by_followers, by_engagement, by_rating, by_price, by_newest FROM influencer_documents WHERE id = new.id;
END;
--> statement-breakpoint
CREATE TRIGGER `channel_insert_reaches_search` AFTER INSERT ON `channels`
BEGIN
  DELETE FROM influencer_ranks WHERE influencer_id = new.influencer_id;
  INSERT INTO influencer_ranks (influencer_id, by_reach, by_followers, by_engagement, by_rating, by_price, by_newest) SELECT id, by_reach, by_followers, by_engagement, by_rating, by_price, by_newest FROM influencer_documents WHERE id = new.influencer_id;
END;
--> statement-breakpoint
CREATE TRIGGER `channel_delete_reaches_search` AFTER DELETE ON `channels`
BEGIN
  DELETE FROM influencer_ranks WHERE influencer_id = old.influencer_id;
  INSERT INTO influencer_ranks (influencer_id, by_reach, by_followers, by_engagement, by_rating, by_price, by_newest) SELECT id, by_reach, by_followers, by_engagement, by_rating, by_price, by_newest FROM influencer_documents WHERE id = old.influencer_id;
END;
--> statement-breakpoint
CREATE TRIGGER `channel_update_reaches_search` AFTER UPDATE OF influencer_id, platform, handle ON `channels`
BEGIN
  DELETE FROM influencer_ranks WHERE influencer_id = new.influencer_id;
  INSERT INTO influencer_ranks (influencer_id, by_reach, by_followers, by_engagement, by_rating, by_price, by_newest) SELECT id, by_reach, by_followers, by_engagement, by_rating, by_price, by_newest FROM influencer_documents WHERE id = new.influencer_id;
END;
--> statement-breakpoint
CREATE TRIGGER `campaign_is_new` AFTER INSERT ON `campaigns` WHEN new.state = 'active'
BEGIN
  DELETE FROM campaign_ranks WHERE campaign_id = new.id;
  INSERT INTO campaign_ranks (campaign_id, by_newest, by_budget, by_ending) SELECT id, by_newest, by_budget, by_ending FROM campaign_documents WHERE id = new.id;
END;
--> statement-breakpoint
CREATE TRIGGER `campaign_has_changed` AFTER UPDATE OF name, brief, category, niche, platforms, start_date, end_date, ends_at, budget, visibility, state, flagged_at, published_at ON `campaigns`
BEGIN
  DELETE FROM campaign_ranks WHERE campaign_id = new.id;
  INSERT INTO campaign_ranks (campaign_id, by_newest, by_budget, by_ending) SELECT id, by_newest, by_budget, by_ending FROM campaign_documents WHERE id = new.id;
END;
--> statement-breakpoint
CREATE TRIGGER `goal_insert_reaches_search` AFTER INSERT ON `campaign_goals`
BEGIN
  DELETE FROM campaign_ranks WHERE campaign_id = new.campaign_id;
  INSERT INTO campaign_ranks (campaign_id, by_newest, by_budget, by_ending) SELECT id, by_newest, by_budget, by_ending FROM campaign_documents WHERE id = new.campaign_id;
END;
--> statement-breakpoint
CREATE TRIGGER `goal_update_reaches_search` AFTER UPDATE OF text ON `campaign_goals`
BEGIN
  DELETE FROM campaign_ranks WHERE campaign_id = new.campaign_id;
  INSERT INTO campaign_ranks (campaign_id, by_newest, by_budget, by_ending) SELECT id, by_newest, by_budget, by_ending FROM campaign_documents WHERE id = new.campaign_id;
END;
--> statement-breakpoint
CREATE TRIGGER `goal_delete_reaches_search` AFTER DELETE ON `campaign_goals`
BEGIN
  DELETE FROM campaign_ranks WHERE campaign_id = old.campaign_id;
  INSERT INTO campaign_ranks (campaign_id, by_newest, by_budget, by_ending) SELECT id, by_newest, by_budget, by_ending FROM campaign_documents WHERE id = old.campaign_id;
END;
--> statement-breakpoint
CREATE TRIGGER `sponsor_account_has_changed` AFTER UPDATE OF status ON `users` WHEN new.role = 'sponsor'
BEGIN
  DELETE FROM campaign_ranks WHERE campaign_id IN (SELECT id FROM campaigns WHERE sponsor_id = new.id);
  INSERT INTO campaign_ranks (campaign_id, by_newest, by_budget, by_ending) SELECT id, by_newest, by_budget, by_ending FROM campaign_documents WHERE id IN (SELECT id FROM campaigns WHERE sponsor_id = new.id);
END;
--> statement-breakpoint
CREATE TRIGGER `sponsor_name_has_changed` AFTER UPDATE OF company_name ON `sponsors`
BEGIN
  DELETE FROM campaign_ranks WHERE campaign_id IN (SELECT id FROM campaigns WHERE sponsor_id = new.user_id);
  INSERT INTO campaign_ranks (campaign_id, by_newest, by_budget, by_ending) SELECT id, by_newest, by_budget, by_ending FROM campaign_documents WHERE id IN (SELECT id FROM campaigns WHERE sponsor_id = new.user_id);
END;
--> statement-breakpoint
INSERT INTO taxonomy_words (category, niche, words) VALUES
  ('beauty', '', 'Beauty'),
  ('beauty', 'skincare', 'Beauty Skincare'),
  ('beauty', 'makeup', 'Beauty Make-up'),
  ('beauty', 'hair', 'Beauty Hair'),
  ('beauty', 'fragrance', 'Beauty Fragrance'),
  ('beauty', 'nails', 'Beauty Nails'),
  ('fashion', '', 'Fashion'),
  ('fashion', 'streetwear', 'Fashion Streetwear'),
  ('fashion', 'sustainable_fashion', 'Fashion Sustainable fashion'),
  ('fashion', 'luxury', 'Fashion Luxury'),
  ('fashion', 'vintage', 'Fashion Vintage'),
  ('fashion', 'shoes', 'Fashion Shoes'),
  ('fashion', 'accessories', 'Fashion Accessories'),
  ('food', '', 'Food and drink'),
  ('food', 'recipes', 'Food and drink Recipes'),
  ('food', 'baking', 'Food and drink Baking'),
  ('food', 'vegan', 'Food and drink Vegan'),
  ('food', 'restaurants', 'Food and drink Restaurants'),
  ('food', 'coffee', 'Food and drink Coffee'),
  ('food', 'wine', 'Food and drink Wine and spirits'),
  ('fitness', '', 'Fitness and sports'),
  ('fitness', 'strength', 'Fitness and sports Strength'),
  ('fitness', 'running', 'Fitness and sports Running'),
  ('fitness', 'yoga', 'Fitness and sports Yoga'),
  ('fitness', 'cycling', 'Fitness and sports Cycling'),
  ('fitness', 'team_sports', 'Fitness and sports Team sports'),
  ('fitness', 'trail_running', 'Fitness and sports Trail running'),
  ('health', '', 'Health'),
  ('health', 'nutrition', 'Health Nutrition'),
  ('health', 'mental_health', 'Health Mental health'),
  ('health', 'sleep', 'Health Sleep'),
  ('health', 'women_health', 'Health Women''s health'),
  ('travel', '', 'Travel'),
  ('travel', 'slow_travel', 'Travel Slow travel'),
  ('travel', 'city_breaks', 'Travel City breaks'),
  ('travel', 'budget_travel', 'Travel Budget travel'),
  ('travel', 'luxury_travel', 'Travel Luxury travel'),
  ('travel', 'van_life', 'Travel Van life'),
  ('outdoors', '', 'Outdoors'),
  ('outdoors', 'hiking', 'Outdoors Hiking'),
  ('outdoors', 'climbing', 'Outdoors Climbing'),
  ('outdoors', 'camping', 'Outdoors Camping'),
  ('outdoors', 'fishing', 'Outdoors Fishing'),
  ('outdoors', 'winter_sports', 'Outdoors Winter sports'),
  ('technology', '', 'Technology'),
  ('technology', 'gadgets', 'Technology Gadgets'),
  ('technology', 'software', 'Technology Software'),
  ('technology', 'smart_home', 'Technology Smart home'),
  ('technology', 'photography', 'Technology Photography'),
  ('technology', 'ai', 'Technology Artificial intelligence'),
  ('technology', 'cars', 'Technology Cars'),
  ('gaming', '', 'Gaming'),
  ('gaming', 'console', 'Gaming Console'),
  ('gaming', 'pc', 'Gaming PC'),
  ('gaming', 'mobile_games', 'Gaming Mobile'),
  ('gaming', 'esports', 'Gaming Esports'),
  ('gaming', 'board_games', 'Gaming Board games'),
  ('home', '', 'Home and garden'),
  ('home', 'interior', 'Home and garden Interior'),
  ('home', 'diy', 'Home and garden Do it yourself'),
  ('home', 'gardening', 'Home and garden Gardening'),
  ('home', 'cleaning', 'Home and garden Cleaning'),
  ('home', 'pets', 'Home and garden Pets'),
  ('family', '', 'Family'),
  ('family', 'parenting', 'Family Parenting'),
  ('family', 'babies', 'Family Babies'),
  ('family', 'toys', 'Family Toys'),
  ('family', 'education', 'Family Education'),
  ('business', '', 'Business and money'),
  ('business', 'personal_finance', 'Business and money Personal finance'),
  ('business', 'investing', 'Business and money Investing'),
  ('business', 'careers', 'Business and money Careers'),
  ('business', 'small_business', 'Business and money Small business'),
  ('business', 'marketing', 'Business and money Marketing');
