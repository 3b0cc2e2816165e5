-- What a client that is none of ours is told of a report in which one total is wrong: 31 for 13. Run by scripts/neovim.mjs.
local failures, passed = {}, 0
local buffer = vim.api.nvim_get_current_buf()

local function check(condition, what)
  if not condition then
    error(what, 0)
  end
end

local function test(name, run)
  local ok, reason = pcall(run)
  if ok then
    passed = passed + 1
    io.write('    ✔ ' .. name .. '\n')
  else
    table.insert(failures, name .. ': ' .. tostring(reason))
    io.write('    ' .. #failures .. ') ' .. name .. '\n')
  end
end

local function until_true(condition, what)
  check(vim.wait(20000, condition, 20), 'it did not happen: ' .. what)
end

local function attached()
  for _, client in pairs(vim.lsp.buf_get_clients(buffer)) do
    return client
  end
end

local function text_at(diagnostic)
  local line = vim.api.nvim_buf_get_lines(buffer, diagnostic.lnum, diagnostic.lnum + 1, true)[1]
  return line:sub(diagnostic.col + 1, diagnostic.end_col)
end

local function of_rule(rule)
  local found = {}
  for _, each in ipairs(vim.diagnostic.get(buffer)) do
    if each.code == rule or (each.user_data and each.user_data.lsp and each.user_data.lsp.code == rule) then
      table.insert(found, each)
    end
  end
  return found
end

-- Asks as Neovim does where the cursor is; answers what the server gave.
local function ask(method, params)
  local answers, reason = vim.lsp.buf_request_sync(buffer, method, params, 20000)
  check(answers, method .. ': ' .. tostring(reason))
  for _, answer in pairs(answers) do
    check(not answer.err, method .. ': ' .. vim.inspect(answer.err))
    return answer.result
  end
end

local wrong
local version = vim.version()

io.write('\n  nianbao in Neovim ' .. version.major .. '.' .. version.minor .. '.' .. version.patch .. '\n')

test('attaches to a report as the README says', function()
  until_true(function()
    local client = attached()
    return client and client.initialized
  end, 'a client is attached')
end)

test('tells of the wrong total, at its digits', function()
  until_true(function()
    return #of_rule('row-total') > 0
  end, 'a finding of row-total; there are ' .. #vim.diagnostic.get(buffer))
  wrong = of_rule('row-total')[1]
  check(text_at(wrong) == '31', 'marked is ' .. text_at(wrong))
  check(wrong.severity == vim.diagnostic.severity.ERROR, 'the severity is ' .. wrong.severity)
  check(wrong.message:find('13', 1, true), wrong.message)
end)

test('explains the cell under the cursor', function()
  vim.api.nvim_win_set_cursor(0, { wrong.lnum + 1, wrong.col })
  local hover = ask('textDocument/hover', vim.lsp.util.make_position_params())
  local words = hover and hover.contents and (hover.contents.value or hover.contents)
  check(type(words) == 'string' and words:find('予以公开', 1, true), vim.inspect(hover))
end)

test('mends the total with a code action, and has then nothing to say of it', function()
  local client = attached()
  local params = vim.lsp.util.make_range_params()
  local sent = wrong.user_data and wrong.user_data.lsp
  params.context = { diagnostics = {}, only = { 'quickfix' } }
  if sent and sent.range then
    params.context.diagnostics = { sent }
  end
  local action
  for _, each in ipairs(ask('textDocument/codeAction', params) or {}) do
    if not action and each.title:find('13', 1, true) then
      action = each
    end
  end
  check(action, 'no action is offered')
  if not action.edit then
    action = ask('codeAction/resolve', action)
  end
  vim.lsp.util.apply_workspace_edit(action.edit, client.offset_encoding)
  local line = vim.api.nvim_buf_get_lines(buffer, wrong.lnum, wrong.lnum + 1, true)[1]
  check(line:sub(wrong.col + 1, wrong.col + 2) == '13', line)
  until_true(function()
    for _, each in ipairs(of_rule('row-total')) do
      if each.lnum == wrong.lnum then
        return false
      end
    end
    return true
  end, 'the finding is gone')
end)

test('follows what is typed', function()
  vim.api.nvim_buf_set_text(buffer, wrong.lnum, wrong.col, wrong.lnum, wrong.col + 2, { '77' })
  until_true(function()
    for _, each in ipairs(of_rule('row-total')) do
      if text_at(each) == '77' then
        return true
      end
    end
  end, 'a finding at 77')
end)

test('ends when it is told to', function()
  local client = attached()
  client.stop()
  until_true(function()
    return client.is_stopped()
  end, 'the server has ended')
end)

io.write('\n  ' .. passed .. ' passing\n')
if #failures > 0 then
  io.write('  ' .. #failures .. ' failing\n\n  ' .. table.concat(failures, '\n  ') .. '\n')
end
io.flush()
vim.cmd(#failures > 0 and 'cquit 1' or 'qall!')
