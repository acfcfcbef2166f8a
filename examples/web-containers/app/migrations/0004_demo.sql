INSERT INTO users (mail, password_hash)
VALUES ('demo@example.com', 'ab12:5d41402abc4b2a76b9719d911017c592aa25c0b8f31f0c5a5d4b8b1e0c9f3e77');

INSERT INTO entries (user_id, title, text)
SELECT id, 'Welcome', 'This is how an entry looks.' FROM users WHERE mail = 'demo@example.com';
