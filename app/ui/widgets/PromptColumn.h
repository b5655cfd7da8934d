#pragma once

#include <QWidget>

#include <vector>

class QVBoxLayout;

namespace motcua::ui {

class ScrollColumn;

/// Content with cards above it that now and then ask for something. Where the room is short, what is asked stands instead of the content, and
/// scrolls where even that is too tall.
class PromptColumn : public QWidget {
    Q_OBJECT

public:
    explicit PromptColumn(QWidget* parent = nullptr);

    /// A card that shows itself when it asks, and hides when it was answered.
    void addPrompt(QWidget* prompt);
    /// How tall the content must be to be of use beside a question, unscaled: of a list at least its head and two rows.
    void setUsable(int height) { m_usable = height; }
    /// Where the content goes.
    QVBoxLayout* body() const { return m_body; }

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    void fit();

    QWidget* m_asked;
    ScrollColumn* m_scroll;
    QWidget* m_content;
    QVBoxLayout* m_body;
    int m_usable = 200;
    std::vector<QWidget*> m_prompts;
};

}
