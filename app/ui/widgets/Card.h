#pragma once

#include <QFrame>
#include <QVBoxLayout>

class QKeySequence;
class QShortcut;

namespace motcua::ui {

class ActionRow;
class TextLabel;

/// A raised surface with an optional heading and a place for small buttons beside it.
class Card : public QFrame {
    Q_OBJECT

public:
    explicit Card(QWidget* parent = nullptr);
    explicit Card(const QString& heading, QWidget* parent = nullptr);

    void setHeading(const QString& heading);
    /// A key that leads to its first field; it stands in the heading, and F1 says it.
    void setKey(const QKeySequence& key);
    void setCaption(const QString& caption);
    /// Beside the heading, at the end of the line; buttons get shorter where room is.
    void addToHeading(QWidget* widget);
    /// Where the content goes.
    QVBoxLayout* body() const { return m_body; }
    /// Content that reaches the card's edges, such as a table.
    void setFlush(bool flush);

private:
    QWidget* m_head;
    QHBoxLayout* m_headLine;
    ActionRow* m_acts;
    TextLabel* m_heading;
    TextLabel* m_caption;
    QVBoxLayout* m_outer;
    QVBoxLayout* m_body;
    QShortcut* m_key = nullptr;
    bool m_flush = false;
};

}
