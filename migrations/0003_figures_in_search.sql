-- Numbers of influencers in the search index by their digits, so that a search from 10,000 to 11,000 followers meets
-- hardly any others. A number has four tokens of one sign each, from the private planes, as in
-- src/search/figure-tokens.ts: how many digits it has, and the first, the first two and the first three of them.
DROP INDEX `campaigns_public_by_category`;
--> statement-breakpoint
ALTER TABLE `saved_searches` ADD `criteria` text;
--> statement-breakpoint
UPDATE OR REPLACE `saved_searches` SET criteria = query ->> '$.criteria', query = query ->> '$.address';
--> statement-breakpoint
DROP VIEW `influencer_documents`;
--> statement-breakpoint
CREATE VIEW `influencer_documents` AS
SELECT
  influencers.user_id AS id,
  (17179869183 - min(reach, 17179869183)) * 268435456 + influencers.user_id AS by_reach,
  (17179869183 - min(followers, 17179869183)) * 268435456 + influencers.user_id AS by_followers,
  (17179869183 - min(engagement, 17179869183)) * 268435456 + influencers.user_id AS by_engagement,
  (17179869183 - cast(round(coalesce(rating, 0) * 1000) AS integer) * 1000 - min(rating_count, 999)) * 268435456 + influencers.user_id AS by_rating,
  min(coalesce(lowest_price, 17179869183), 17179869183) * 268435456 + influencers.user_id AS by_price,
  (17179869183 - min(users.created_at / 1000, 17179869183)) * 268435456 + influencers.user_id AS by_newest,
  replace(display_name || ' ' || username || ' ' || coalesce((SELECT group_concat(handle, ' ') FROM channels WHERE influencer_id = influencers.user_id), ''), char(57344), ' ') AS names,
  replace(bio, char(57344), ' ') || ' ' || coalesce(taxonomy_words.words, '') AS texts,
  char(57344) || 'c' || influencers.category
    || ' ' || char(57344) || 'n' || replace(influencers.niche, '_', '')
    || ' ' || char(57344) || 'o' || country
    || ' ' || char(57344) || 'a' || availability
    || ' ' || char(983040 + 1111 * length(followers)) || ' ' || char(983040 + 1111 * length(followers) + 1 + substr(followers || '00', 1, 3) / 100) || ' ' || char(983040 + 1111 * length(followers) + 11 + substr(followers || '00', 1, 3) / 10) || ' ' || char(983040 + 1111 * length(followers) + 111 + substr(followers || '00', 1, 3))
    || ' ' || char(1003040 + 1111 * length(reach)) || ' ' || char(1003040 + 1111 * length(reach) + 1 + substr(reach || '00', 1, 3) / 100) || ' ' || char(1003040 + 1111 * length(reach) + 11 + substr(reach || '00', 1, 3) / 10) || ' ' || char(1003040 + 1111 * length(reach) + 111 + substr(reach || '00', 1, 3))
    || ' ' || char(1023040 + 1111 * length(engagement)) || ' ' || char(1023040 + 1111 * length(engagement) + 1 + substr(engagement || '00', 1, 3) / 100) || ' ' || char(1023040 + 1111 * length(engagement) + 11 + substr(engagement || '00', 1, 3) / 10) || ' ' || char(1023040 + 1111 * length(engagement) + 111 + substr(engagement || '00', 1, 3))
    || coalesce(' ' || char(1048576 + 1111 * length(lowest_price)) || ' ' || char(1048576 + 1111 * length(lowest_price) + 1 + substr(lowest_price || '00', 1, 3) / 100) || ' ' || char(1048576 + 1111 * length(lowest_price) + 11 + substr(lowest_price || '00', 1, 3) / 10) || ' ' || char(1048576 + 1111 * length(lowest_price) + 111 + substr(lowest_price || '00', 1, 3)), '')
    || coalesce(' ' || char(57344) || 's' || cast(rating * 10 + 0.000001 AS integer), '')
    || coalesce((SELECT group_concat(' ' || char(57344) || 'p' || platform, '') FROM channels WHERE influencer_id = influencers.user_id), '')
    || coalesce((SELECT group_concat(' ' || char(57344) || 'g' || value, '') FROM json_each(languages)), '') AS facets
FROM (SELECT *, cast(round(engagement_rate * 1000000) AS integer) AS engagement FROM influencers) AS influencers
JOIN users ON users.id = influencers.user_id
LEFT JOIN taxonomy_words ON taxonomy_words.category = influencers.category AND taxonomy_words.niche = influencers.niche
WHERE users.status = 'active' AND influencers.flagged_at IS NULL;
--> statement-breakpoint
DELETE FROM `influencer_ranks`;
--> statement-breakpoint
INSERT INTO `influencer_ranks` (influencer_id, by_reach, by_followers, by_engagement, by_rating, by_price, by_newest) SELECT id, by_reach, by_followers, by_engagement, by_rating, by_price, by_newest FROM influencer_documents;
